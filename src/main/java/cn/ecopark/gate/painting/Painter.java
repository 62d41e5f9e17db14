package cn.ecopark.gate.painting;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.imageio.ImageIO;

import cn.ecopark.gate.Wire;

/**
 * The process that draws: reads from its standard input which page of which file is next,
 * and writes the picture to its standard output, until the input ends.
 */
public final class Painter {

	private Painter() {
	}

	public static void main(String[] arguments) {
		Logger.getLogger("").setLevel(Level.OFF);
		ImageIO.setUseCache(false);
		try {
			serve(new DataInputStream(new FileInputStream(FileDescriptor.in)),
					new DataOutputStream(new FileOutputStream(FileDescriptor.out)));
		}
		catch (OutOfMemoryError exhausted) {
			Runtime.getRuntime().halt(Wire.OUT_OF_MEMORY);
		}
		catch (IOException parentIsGone) {
			Runtime.getRuntime().halt(1);
		}
	}

	private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
		System.setOut(System.err);
		Wire.writeReady(out);
		OpenFiles files = new OpenFiles();
		while (true) {
			String path;
			try {
				path = in.readUTF();
			}
			catch (EOFException end) {
				return;
			}
			Wire.writePicture(out, files.draw(path, in.readInt(), in.readInt()));
		}
	}

}
