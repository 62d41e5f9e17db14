package cn.ecopark.reading;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

import cn.ecopark.reading.PagePair.Pictures;

/**
 * Compares the pictures of pages that read the same, and pages without text by how they
 * look. Only what is the same byte by byte is called the same.
 */
final class PictureComparison {

	/** Pairs of pages that are drawn; each takes about half a second. */
	private static final int MOST_DRAWN = 400;

	/** Pairs of pages whose pictures are shown. */
	private static final int MOST_SHOWN = 40;

	private static final Color FRAME = new Color(0xc0, 0x39, 0x2b);

	private final PagePictures left;

	private final PagePictures right;

	private int drawn;

	private int shown;

	PictureComparison(PagePictures left, PagePictures right) {
		this.left = left;
		this.right = right;
	}

	/**
	 * @param pair two pages that read the same
	 * @param leftDigest of pictures and painted lines of the page; empty if it is not
	 * known
	 */
	PagePair compared(PagePair pair, String leftDigest, String rightDigest) {
		Integer one = pair.left();
		Integer other = pair.right();
		if (one == null || other == null || !leftDigest.isEmpty() && leftDigest.equals(rightDigest)) {
			return pair;
		}
		if (++this.drawn > MOST_DRAWN) {
			return pair.changed(PagePair.Change.UNCOMPARED, null);
		}
		BufferedImage before = this.left.drawn(one);
		BufferedImage after = before == null ? null : this.right.drawn(other);
		if (before == null || after == null) {
			return pair.changed(PagePair.Change.UNCOMPARED, null);
		}
		List<Place> areas = PictureDifference.of(before, after);
		PagePair.Change change = areas.isEmpty() ? PagePair.Change.ALIKE : PagePair.Change.CHANGED;
		return pair.changed(change, ++this.shown > MOST_SHOWN ? null
				: new Pictures(framed(before, areas), framed(after, areas), new ArrayList<>(areas)));
	}

	/**
	 * @return PNG as a data address
	 */
	private static String framed(BufferedImage page, List<Place> areas) {
		BufferedImage picture = new BufferedImage(page.getWidth() / 2, page.getHeight() / 2,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(page, 0, 0, picture.getWidth(), picture.getHeight(), null);
		graphics.setColor(FRAME);
		graphics.setStroke(new BasicStroke(2));
		for (Place area : areas) {
			graphics.drawRect((int) (area.left() * picture.getWidth()), (int) (area.top() * picture.getHeight()),
					(int) (area.width() * picture.getWidth()), (int) (area.height() * picture.getHeight()));
		}
		graphics.dispose();
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			ImageIO.write(picture, "png", bytes);
			return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
