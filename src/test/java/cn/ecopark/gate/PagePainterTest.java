package cn.ecopark.gate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages with pictures of formats that Java itself does not read, well and badly meant.
 */
class PagePainterTest {

	private static final int WIDTH = 720;

	/** What is dark is in the left upper quarter. */
	private static final BufferedImage SHEET = ScannedPdfs.sheet(1240, 1754, 100, 100, 400, 600);

	@TempDir
	private Path folder;

	private final PagePainter painter = new PagePainter();

	private int files;

	@AfterEach
	void end() {
		this.painter.close();
	}

	@Test
	void drawsWhatScannersOfArchivesMake() throws IOException {
		for (byte[] pdf : List.of(ScannedPdfs.jbig2(SHEET), ScannedPdfs.jpeg2000(SHEET))) {
			BufferedImage drawn = draw(pdf);

			assertThat(drawn).isNotNull();
			assertThat(drawn.getWidth()).isEqualTo(WIDTH);
			assertThat(grey(drawn, 0.25, 0.25)).isLessThan(40);
			assertThat(grey(drawn, 0.75, 0.25)).isGreaterThan(215);
			assertThat(grey(drawn, 0.25, 0.75)).isGreaterThan(215);
		}
	}

	/** Else two pages would look alike because nobody could see either. */
	@Test
	void drawsNoPageWhosePictureCannotBeRead() throws IOException {
		byte[] nothing = "no picture of any kind, in any format".repeat(9).getBytes();
		for (String filter : List.of("JPXDecode", "JBIG2Decode", "DCTDecode")) {
			assertThat(draw(ScannedPdfs.pdf(filter, 64, 64, 8, nothing))).as(filter).isNull();
		}
	}

	/**
	 * The gate lets pass what is not larger than the largest sheets; the painter has less
	 * room.
	 */
	@Test
	void aPictureThatNeedsMoreMemoryThanThereIsCostsItsOwnPageOnly() throws IOException {
		byte[] large = ScannedPdfs.jpeg2000Claiming(14000, 14000);

		assertThat(draw(large)).isNull();
		assertThat(draw(ScannedPdfs.jbig2(SHEET))).isNotNull();
		assertThat(draw(ScannedPdfs.jbig2(ScannedPdfs.sheet(64, 64, 8, 8, 16, 16), 26000, 26000))).isNull();
		assertThat(draw(ScannedPdfs.jpeg2000(SHEET))).isNotNull();
	}

	@Test
	void theGateRefusesWhatIsLargerThanAnySheet() throws IOException {
		try (ProcessGate gate = new ProcessGate(new GateSettings(1, 1, 10, Duration.ofSeconds(20)))) {
			assertThat(gate.judge(file(ScannedPdfs.jpeg2000Claiming(60000, 60000)), "scan.pdf").passes()).isFalse();
			assertThat(gate
				.judge(file(ScannedPdfs.jbig2(ScannedPdfs.sheet(64, 64, 8, 8, 16, 16), 60000, 60000)), "scan.pdf")
				.passes()).isFalse();
			assertThat(gate.judge(file(ScannedPdfs.jbig2(SHEET)), "scan.pdf").passes()).isTrue();
			assertThat(gate.judge(file(ScannedPdfs.jpeg2000(SHEET)), "scan.pdf").passes()).isTrue();
		}
	}

	private BufferedImage draw(byte[] pdf) throws IOException {
		return this.painter.draw(file(pdf), 1, WIDTH);
	}

	private Path file(byte[] pdf) throws IOException {
		return Files.write(this.folder.resolve(++this.files + ".pdf"), pdf);
	}

	private static int grey(BufferedImage picture, double x, double y) {
		return picture.getRaster().getSample((int) (x * picture.getWidth()), (int) (y * picture.getHeight()), 0);
	}

}
