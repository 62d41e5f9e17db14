package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said between the gate and the process that judges. The gate does not trust its
 * answers more than a file: numbers in them are bounded.
 */
public final class Wire {

	/** Exit code of a Java process that ran out of memory. */
	public static final int OUT_OF_MEMORY = 3;

	private static final int READY = 0x45434f31;

	private static final int MOST = 64;

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

	private static int count(DataInputStream in) throws IOException {
		int count = in.readUnsignedByte();
		if (count > MOST) {
			throw new IOException("The judge says too much");
		}
		return count;
	}

}
