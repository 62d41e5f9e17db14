package cn.ecopark.gate.painting;

import javax.imageio.ImageIO;

import cn.ecopark.gate.SideWork;
import cn.ecopark.gate.Wire;

/** The process that draws: it is asked for a page of a file in a width. */
public final class Painter {

	private Painter() {
	}

	public static void main(String[] arguments) {
		ImageIO.setUseCache(false);
		OpenFiles files = new OpenFiles();
		SideWork.run((path, in, out) -> Wire.writePicture(out, files.draw(path, in.readInt(), in.readInt())));
	}

}
