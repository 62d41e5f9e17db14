package cn.ecopark.wholefile;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code --manifest-check <file.zip>}: holds a whole file against its manifest,
 * tells what it found and ends with status 0, or 1 when anything is not as it was
 * written. {@code --manifest-sha256=<digest>} demands that the manifest is the one with
 * that digest, as the audit of the installation that made it says. Neither database nor
 * application is started.
 */
public final class ManifestCheckCommand {

	private static final String NAME = "--manifest-check";

	private static final String DIGEST = "--manifest-sha256=";

	private final PrintStream out;

	public ManifestCheckCommand(PrintStream out) {
		this.out = out;
	}

	/**
	 * @return whether that command is given
	 */
	public static boolean isAsked(String... arguments) {
		return Arrays.stream(arguments).anyMatch(one -> one.equals(NAME) || one.startsWith(NAME + "="));
	}

	/**
	 * @return status to end with
	 */
	public int run(String... arguments) {
		Optional<File> file = file(Arrays.asList(arguments));
		if (file.isEmpty() || !file.get().isFile()) {
			this.out.println("没有找到要核对的文件。用法：--manifest-check <整卷.zip> [--manifest-sha256=<清单校验值>]");
			return 1;
		}
		try {
			CheckReport report = new ManifestCheck(Long.MAX_VALUE).check(file.get());
			return tell(report, demanded(arguments)) ? 0 : 1;
		}
		catch (NotAWholeFile refusal) {
			this.out.println("无法核对：" + refusal.fault().words() + "。");
			return 1;
		}
		catch (IOException unreadable) {
			this.out.println("无法读取文件：" + unreadable.getMessage());
			return 1;
		}
	}

	private static Optional<File> file(List<String> arguments) {
		int name = arguments.indexOf(NAME);
		if (name >= 0) {
			return name + 1 < arguments.size() ? Optional.of(new File(arguments.get(name + 1))) : Optional.empty();
		}
		return arguments.stream()
			.filter(one -> one.startsWith(NAME + "="))
			.findFirst()
			.map(one -> new File(one.substring(NAME.length() + 1)));
	}

	private static Optional<String> demanded(String... arguments) {
		return Arrays.stream(arguments)
			.filter(one -> one.startsWith(DIGEST))
			.map(one -> one.substring(DIGEST.length()).strip())
			.findFirst();
	}

	/** Names in a foreign ZIP may try to write on the terminal. */
	private static String printable(String path) {
		return path.replaceAll("\\p{C}", "?");
	}

	private boolean tell(CheckReport report, Optional<String> demanded) {
		Manifest manifest = report.manifest();
		this.out.printf("%s，%s，供 %s %s 查阅，%s 生成%n", manifest.ecoCase().parkName(),
				manifest.ecoCase().number() == null ? manifest.ecoCase().id() : manifest.ecoCase().number(),
				manifest.made().unit(), manifest.made().person(), manifest.made().at());
		report.findings()
			.forEach(finding -> this.out.printf("[%s] %s%n", finding.state().words(), printable(finding.path())));
		this.out.printf("共 %d 项：完好 %d，已改动 %d，缺失 %d，清单外 %d%n", report.findings().size(),
				report.count(CheckReport.State.INTACT), report.count(CheckReport.State.CHANGED),
				report.count(CheckReport.State.MISSING), report.count(CheckReport.State.EXTRA));
		this.out.println("清单校验值（SHA-256）：" + report.manifestSha256());
		boolean same = demanded.map(report.manifestSha256()::equalsIgnoreCase).orElse(true);
		if (!same) {
			this.out.println("清单校验值与要求的不一致：清单本身已被改动，或不是同一份整卷。");
		}
		boolean intact = report.isIntact() && same;
		this.out.println(intact ? "核对通过。" : "核对未通过。");
		return intact;
	}

}
