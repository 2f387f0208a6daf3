package lectern.programme.talk;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import gg.jte.Content;
import java.util.Map;

/// Draws an address as a QR code (ISO/IEC 18004) in SVG.
public final class QrCode {
    private QrCode() {}

    /// The drawing as a part of a page.
    public static Content drawing(String address) {
        var svg = svg(address);
        return output -> output.writeContent(svg);
    }

    static String svg(String address) {
        try {
            var bits = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
            var drawing = new StringBuilder();
            for (var y = 0; y < bits.getHeight(); y++) {
                for (var x = 0; x < bits.getWidth(); x++) {
                    var end = x;
                    while (end < bits.getWidth() && bits.get(end, y)) {
                        end++;
                    }
                    if (end > x) {
                        drawing.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                        x = end;
                    }
                }
            }
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                    <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
                    """.formatted(bits.getWidth(), bits.getHeight(), bits.getWidth(), bits.getHeight(), drawing);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds '" + address + "'", tooLong);
        }
    }
}
