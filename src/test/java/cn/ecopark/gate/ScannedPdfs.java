package cn.ecopark.gate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import javax.imageio.ImageIO;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pages as scanners of archives make them: JBIG2 for words, JPEG 2000 for the rest. */
public final class ScannedPdfs {

	/** Kinds of segments of JBIG2. */
	private static final int PAGE = 48;

	private static final int REGION = 38;

	/** Where a code stream of JPEG 2000 says its size and that of its tiles. */
	private static final int SIZE = 8;

	private static final int TILE = 24;

	private ScannedPdfs() {
	}

	/** White, with black where the rectangle is. */
	public static BufferedImage sheet(int width, int height, int x, int y, int wide, int high) {
		BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = sheet.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.BLACK);
		graphics.fillRect(x, y, wide, high);
		graphics.dispose();
		return sheet;
	}

	public static byte[] jpeg2000(BufferedImage sheet) throws IOException {
		return pdf("JPXDecode", sheet.getWidth(), sheet.getHeight(), 8, codeStream(sheet));
	}

	/** The picture says that it, and each tile of it, is larger than the file says. */
	static byte[] jpeg2000Claiming(int width, int height) throws IOException {
		byte[] picture = codeStream(sheet(64, 64, 8, 8, 16, 16));
		ByteBuffer bytes = ByteBuffer.wrap(picture);
		int at = 0;
		while (bytes.getInt(at) != 0xff4fff51) {
			at++;
		}
		bytes.putInt(at + SIZE, width).putInt(at + SIZE + 4, height);
		bytes.putInt(at + TILE, width).putInt(at + TILE + 4, height);
		return pdf("JPXDecode", 64, 64, 8, picture);
	}

	private static byte[] codeStream(BufferedImage sheet) throws IOException {
		ByteArrayOutputStream picture = new ByteArrayOutputStream();
		if (!ImageIO.write(sheet, "jpeg2000", picture)) {
			throw new IOException("Nobody writes JPEG 2000");
		}
		return picture.toByteArray();
	}

	public static byte[] jbig2(BufferedImage sheet) throws IOException {
		return jbig2(sheet, sheet.getWidth(), sheet.getHeight());
	}

	/**
	 * @param width and height that the picture says
	 */
	static byte[] jbig2(BufferedImage sheet, int width, int height) throws IOException {
		BufferedImage plain = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
		plain.getGraphics().drawImage(sheet, 0, 0, null);
		byte[] fax;
		try (PDDocument document = new PDDocument();
				InputStream raw = CCITTFactory.createFromImage(document, plain).getCOSObject().createRawInputStream()) {
			fax = raw.readAllBytes();
		}
		ByteBuffer page = ByteBuffer.allocate(19).putInt(width).putInt(height);
		ByteBuffer region = ByteBuffer.allocate(18 + fax.length).putInt(width).putInt(height).putInt(0).putInt(0);
		region.put((byte) 0).put((byte) 1).put(fax);
		ByteArrayOutputStream picture = new ByteArrayOutputStream();
		picture.write(segment(0, PAGE, page.array()));
		picture.write(segment(1, REGION, region.array()));
		return pdf("JBIG2Decode", sheet.getWidth(), sheet.getHeight(), 1, picture.toByteArray());
	}

	private static byte[] segment(int number, int kind, byte[] data) {
		return ByteBuffer.allocate(11 + data.length)
			.putInt(number)
			.put((byte) kind)
			.put((byte) 0)
			.put((byte) 1)
			.putInt(data.length)
			.put(data)
			.array();
	}

	/** A sheet A4 with that picture. */
	static byte[] pdf(String filter, int width, int height, int bits, byte[] data) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			COSStream stream = document.getDocument().createCOSStream();
			try (OutputStream out = stream.createRawOutputStream()) {
				out.write(data);
			}
			stream.setName(COSName.TYPE, "XObject");
			stream.setName(COSName.SUBTYPE, "Image");
			stream.setName(COSName.FILTER, filter);
			stream.setName(COSName.COLORSPACE, "DeviceGray");
			stream.setInt(COSName.WIDTH, width);
			stream.setInt(COSName.HEIGHT, height);
			stream.setInt(COSName.BITS_PER_COMPONENT, bits);
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			try (PDPageContentStream out = new PDPageContentStream(document, page)) {
				out.drawImage(new PDImageXObject(new PDStream(stream), null), 0, 0, PDRectangle.A4.getWidth(),
						PDRectangle.A4.getHeight());
			}
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

}
