package nl.hartslag;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Hartslag {
    public static void main(String[] arguments) {
        SpringApplication.run(Hartslag.class, arguments);
    }
}
