package cn.ecopark.gate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.impl.common.PackageUtil;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws pages of PDF files in a process of its own, where pictures of all formats are
 * decoded: a page made to hurt whoever draws it ends that process, and the next page has
 * a new one. It starts when the first page is asked for.
 */
public final class PagePainter implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(PagePainter.class);

	private static final SideProcess.Program PAINTER = new SideProcess.Program("cn.ecopark.gate.painting.Painter",
			List.of(COSBase.class, RandomAccessRead.class, BoundingBox.class, LogFactory.class,
					JBIG2ImageReaderSpi.class, J2KImageReaderSpi.class, PackageUtil.class),
			"512m");

	/** Of work, not of waiting for its turn. */
	private static final Duration LONGEST_PAGE = Duration.ofSeconds(20);

	/**
	 * So many pages may end the process; after that nobody draws for this one any more.
	 */
	private static final int MOST_DEATHS = 3;

	private @Nullable SideProcess process;

	private int deaths;

	/**
	 * @param number from 1
	 * @param width dots across; it is never more than four times as high
	 * @return in grey; null if it cannot be drawn with all its pictures
	 * @throws IOException if there can be no such process, which says nothing of the page
	 */
	public @Nullable BufferedImage draw(Path file, int number, int width) throws IOException {
		if (this.deaths >= MOST_DEATHS) {
			return null;
		}
		SideProcess running = this.process;
		if (running == null) {
			running = SideProcess.start(PAINTER);
			this.process = running;
		}
		SideProcess.Limit limit = running.limit(LONGEST_PAGE);
		try (limit) {
			Wire.writePage(running.questions(), file, number, width);
			return Wire.readPicture(running.answers(), width);
		}
		catch (IOException noAnswer) {
			this.deaths++;
			LOG.info("Page {} ended the process that draws it ({}): {}", number,
					limit.isOver() ? "time" : running.exit(), noAnswer.toString());
			close();
			return null;
		}
	}

	@Override
	public void close() {
		SideProcess ended = this.process;
		if (ended != null) {
			this.process = null;
			ended.close();
		}
	}

}
