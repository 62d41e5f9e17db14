package cn.ecopark.signing.seal;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.signing.Conformance;
import cn.ecopark.signing.PlainPdfs;
import cn.ecopark.typesetting.SealDrawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SealTest {

	/** Dots per millimetre in the pictures. */
	private static final int DOTS = 10;

	private static final float POINTS = 72 / 25.4f;

	private static final File PICTURES = new File("target/screenshots");

	@TempDir
	Path folder;

	@Test
	void isARingOfItsDiameterWithNothingOutside() throws IOException {
		BufferedImage picture = picture(sheet(List.of(new RoundSeal("生态环境部", "演示专用", 42))), "seal-one");

		assertThat(redFrom(picture, true)).isBetween(21, 23);
		assertThat(width(picture)).isBetween(41, 43);
	}

	/** Of a ministry: 国发〔1999〕25号, 3. */
	@Test
	void isAsLargeAsItsBodyHasIt() throws IOException {
		assertThat(width(picture(sheet(List.of(new RoundSeal("生态环境部", "演示专用", 50))), "seal-large"))).isBetween(49, 51);
	}

	@Test
	void isArchivalAndNeedsNoFont() throws Exception {
		byte[] sheet = sheet(List.of(new RoundSeal("国家生态工业示范园区建设协调领导小组办公室", "演示专用", 42)));

		assertThat(Conformance.faults(sheet)).isEmpty();
		try (PDDocument document = Loader.loadPDF(sheet)) {
			assertThat(document.getPage(0).getResources().getFontNames()).isEmpty();
		}
	}

	@Test
	void holdsShortAndLongNames() throws IOException {
		byte[] sheet = sheet(List.of(new RoundSeal("商务部", "演示专用", 42), new RoundSeal("科学技术部", "演示专用", 42),
				new RoundSeal("新疆维吾尔自治区生态环境厅", "演示专用", 42), new RoundSeal("国家生态工业示范园区建设协调领导小组办公室", "演示专用", 42),
				new RoundSeal("国家东中西区域合作示范区（连云港徐圩新区）管理委员会", "演示专用", 42), new RoundSeal("环境保护部南京环境科学研究所", "演示专用", 42)));

		assertThat(width(picture(sheet, "seals-many"))).isGreaterThan(120);
	}

	@Test
	void takesTheDrawingThatABodyGives() throws Exception {
		Path png = this.folder.resolve("seal.png");
		BufferedImage square = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
		for (int at = 0; at < 100; at++) {
			square.setRGB(at, at, 0xffcc2222);
			square.setRGB(at, 0, 0xffcc2222);
			square.setRGB(at, 99, 0xffcc2222);
		}
		ImageIO.write(square, "png", png.toFile());
		Path pdf = Files.write(this.folder.resolve("seal.pdf"), sheet(List.of(new RoundSeal("商务部", "演示专用", 42))));

		byte[] sheet = sheet(List.of(new SealFile(png, 42), new SealFile(pdf, 42)));

		assertThat(Conformance.faults(sheet)).isEmpty();
		assertThat(width(picture(sheet, "seals-given"))).isGreaterThan(42);
		assertThatIllegalStateException().isThrownBy(() -> new SealFile(this.folder.resolve("none.png"), 42));
	}

	private static byte[] sheet(List<SealDrawing> seals) throws IOException {
		return PlainPdfs.document((document, page) -> {
			for (int at = 0; at < seals.size(); at++) {
				float x = 43 + at % 3 * 52;
				float y = 250 - at / 3 * 52;
				seals.get(at).draw(document, page, x * POINTS, y * POINTS);
			}
		});
	}

	private static BufferedImage picture(byte[] pdf, String name) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, DOTS * 25.4f);
			Files.createDirectories(PICTURES.toPath());
			ImageIO.write(picture.getSubimage(0, 0, picture.getWidth(), picture.getHeight() / 2), "png",
					new File(PICTURES, name + ".png"));
			return picture;
		}
	}

	/** Millimetres from the left edge to the first or last column with red in it. */
	private static int redFrom(BufferedImage picture, boolean first) {
		for (int step = 0; step < picture.getWidth(); step++) {
			int x = first ? step : picture.getWidth() - 1 - step;
			for (int y = 0; y < picture.getHeight(); y++) {
				if ((picture.getRGB(x, y) & 0xff) < 128) {
					return Math.round(x / (float) DOTS);
				}
			}
		}
		return -1;
	}

	private static int width(BufferedImage picture) {
		return redFrom(picture, false) - redFrom(picture, true);
	}

}
