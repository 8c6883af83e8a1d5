package nl.hartslag.demo.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.hartslag.channels.Widgets;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.demo.internal.DemoMark;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Company.Product;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.AllowedAnyone;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A small shop of two pages per brand. It has the strict content policy of a careful shop, and it plays the shop's own server: for
 * a customer who is "logged in" it signs who that is with the widget's secret.
 */
@Controller
@Hidden
@Profile("demo")
class DemoShop {
    private static final String WHY = "customers of the demo company look at its shop";
    private static final String POLICY = "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'";
    private final Organisation organisation;
    private final Widgets widgets;
    private final DemoMark mark;

    DemoShop(Organisation organisation, Widgets widgets, DemoMark mark) {
        this.organisation = organisation;
        this.widgets = widgets;
        this.mark = mark;
    }

    @AllowedAnyone(WHY)
    @GetMapping("/demo-shop")
    ResponseEntity<Void> first() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/demo/shop/" + Company.read().brands().getFirst().key())).build();
    }

    @AllowedAnyone(WHY)
    @GetMapping({"/demo/shop/{brand}", "/demo/shop/{brand}/{page}"})
    ResponseEntity<String> page(@PathVariable String brand, @PathVariable Optional<String> page, @RequestParam Optional<String> language,
                                @RequestParam Optional<String> customer) {
        Brand found = organisation.brandByKey(brand).orElseThrow(() -> Problem.notFound("brands"));
        String spoken = language.filter(one -> one.equals("nl") || one.equals("en")).orElse(found.defaultLanguage());
        List<Product> products = Company.read().products().stream().filter(product -> product.brand().equals(brand)).toList();
        Optional<Widget> widget = widgets.of(found.id()).stream().findFirst();
        Optional<ShopPage.Customer> signed = customer.filter(address -> address.contains("@") && address.length() <= 254)
                .flatMap(address -> widget.map(one -> new ShopPage.Customer(address, widgets.sign(one.id(), "", address))));
        String html = new ShopPage(found, spoken, mark.startedAt(), widget.map(Widget::key), signed).html(products, page.orElse(""));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
