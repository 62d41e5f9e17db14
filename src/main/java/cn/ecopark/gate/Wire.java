package cn.ecopark.gate;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is said between us and the processes that judge and draw. Nobody here trusts their
 * answers more than a file: numbers in them are bounded.
 */
public final class Wire {

	/** Exit code of a Java process that ran out of memory. */
	public static final int OUT_OF_MEMORY = 3;

	private static final int READY = 0x45434f31;

	private static final int MOST = 64;

	/** So many times as high as it is wide may a drawn page be. */
	public static final int TALLEST = 4;

	private Wire() {
	}

	public static void writeReady(DataOutputStream out) throws IOException {
		out.writeInt(READY);
		out.flush();
	}

	static void readReady(DataInputStream in) throws IOException {
		if (in.readInt() != READY) {
			throw new IOException("The judge says something else first");
		}
	}

	static void writeFile(DataOutputStream out, Path file, String fileName) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream message = new DataOutputStream(bytes)) {
			message.writeUTF(file.toAbsolutePath().toString());
			message.writeUTF(fileName);
		}
		out.write(bytes.toByteArray());
		out.flush();
	}

	public static void writeVerdict(DataOutputStream out, Verdict verdict) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream message = new DataOutputStream(bytes)) {
			message.writeUTF((verdict.type() != null) ? verdict.type().name() : "");
			message.writeByte(verdict.findings().size());
			for (Verdict.Finding finding : verdict.findings()) {
				message.writeUTF(finding.code());
				message.writeByte(finding.arguments().size());
				for (String argument : finding.arguments()) {
					message.writeUTF(argument);
				}
			}
		}
		out.write(bytes.toByteArray());
		out.flush();
	}

	static Verdict readVerdict(DataInputStream in) throws IOException {
		String type = in.readUTF();
		List<Verdict.Finding> findings = new ArrayList<>();
		for (int left = count(in); left > 0; left--) {
			String code = in.readUTF();
			List<String> arguments = new ArrayList<>();
			for (int more = count(in); more > 0; more--) {
				arguments.add(in.readUTF());
			}
			findings.add(new Verdict.Finding(code, List.copyOf(arguments)));
		}
		try {
			return new Verdict(type.isEmpty() ? null : FileType.valueOf(type), List.copyOf(findings));
		}
		catch (IllegalArgumentException unknown) {
			throw new IOException("The judge names a type that is not known", unknown);
		}
	}

	static void writePage(DataOutputStream out, Path file, int number, int width) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream message = new DataOutputStream(bytes)) {
			message.writeUTF(file.toAbsolutePath().toString());
			message.writeInt(number);
			message.writeInt(width);
		}
		out.write(bytes.toByteArray());
		out.flush();
	}

	/**
	 * @param picture in grey, a byte for each dot; null where there is none
	 */
	public static void writePicture(DataOutputStream out, @Nullable BufferedImage picture) throws IOException {
		out.writeInt(picture == null ? 0 : picture.getWidth());
		if (picture != null) {
			out.writeInt(picture.getHeight());
			out.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
		}
		out.flush();
	}

	/**
	 * @param asked dots across
	 */
	static @Nullable BufferedImage readPicture(DataInputStream in, int asked) throws IOException {
		int width = in.readInt();
		if (width == 0) {
			return null;
		}
		int height = in.readInt();
		if (width < 1 || width > asked + 1 || height < 1 || height > TALLEST * (asked + 1)) {
			throw new IOException("The painter says too much");
		}
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		in.readFully(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
		return picture;
	}

	private static int count(DataInputStream in) throws IOException {
		int count = in.readUnsignedByte();
		if (count > MOST) {
			throw new IOException("The judge says too much");
		}
		return count;
	}

}
