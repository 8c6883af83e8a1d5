package nl.hartslag.simulator.mail;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A small picture of something with a dent in it, written without a graphics library to keep the process small. */
final class Photo {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;

    static final byte[] PNG = draw();

    private Photo() {}

    private static byte[] draw() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(WIDTH);
            fields.writeInt(HEIGHT);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(png, "IHDR", header.toByteArray());
            ByteArrayOutputStream pixels = new ByteArrayOutputStream();
            try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels)) {
                for (int y = 0; y < HEIGHT; y++) packed.write(row(y));
            }
            chunk(png, "IDAT", pixels.toByteArray());
            chunk(png, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] row(int y) {
        byte[] row = new byte[1 + 3 * WIDTH];
        for (int x = 0; x < WIDTH; x++) {
            boolean box = x > 40 && x < 200 && y > 30 && y < 140;
            double dent = Math.hypot(x - 165, y - 95);
            int light = box ? (int) (dent < 32 ? 70 + 2.5 * dent : 150 + 20 * Math.sin(y / 9.0)) : 215;
            row[1 + 3 * x] = (byte) light;
            row[2 + 3 * x] = (byte) (box ? light * 3 / 4 : light);
            row[3 + 3 * x] = (byte) (box ? light / 2 : light);
        }
        return row;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
