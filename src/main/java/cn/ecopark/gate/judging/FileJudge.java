package cn.ecopark.gate.judging;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Verdict;

/** Judges one file: first what it is, then by the rules of its type. */
final class FileJudge {

	/** Readers of PDF look for its beginning so far. */
	private static final int HEAD = 1024;

	private static final String PNG = "\u0089PNG\r\n\u001a\n";

	private static final String JPEG = "\u00ff\u00d8\u00ff";

	private static final String ARCHIVE = "PK\u0003\u0004";

	/** Beginning of the office files of before 2007, and of those with a password. */
	private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0";

	private static final String PDF = "%PDF-";

	private final Path path;

	private final Findings findings = new Findings();

	private @Nullable FileType type;

	private FileJudge(Path path) {
		this.path = path;
	}

	static Verdict judge(Path path, String fileName) throws IOException {
		FileJudge judge = new FileJudge(path);
		try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
			judge.judge(file);
		}
		judge.requireName(fileName);
		return new Verdict(judge.type, judge.findings.all());
	}

	private void judge(FileChannel file) throws IOException {
		if (file.size() == 0) {
			this.findings.add("empty");
			return;
		}
		String head = new String(Ends.head(file, HEAD), StandardCharsets.ISO_8859_1);
		try {
			judge(file, head);
		}
		catch (IOException | RuntimeException broken) {
			this.findings.add("damaged");
		}
		catch (StackOverflowError tooDeep) {
			this.findings.add(PdfSweep.NESTING);
		}
	}

	private void judge(FileChannel file, String head) throws IOException {
		Optional<String> other = OtherKinds.byHead(head);
		if (other.isPresent()) {
			this.findings.add(other.get());
		}
		else if (head.startsWith(PNG)) {
			judgePicture(FileType.PNG, file, head);
		}
		else if (head.startsWith(JPEG)) {
			judgePicture(FileType.JPEG, file, head);
		}
		else if (head.startsWith(ARCHIVE)) {
			judgeOffice(file, head);
		}
		else if (head.startsWith(OLD_OFFICE)) {
			this.findings.add(OtherKinds.ofOldOffice(file));
		}
		else if (head.contains(PDF)) {
			this.type = FileType.PDF;
			PdfJudge.judge(this.path, file, this.findings);
		}
		else {
			this.findings.add("unknown-type");
		}
	}

	private void judgePicture(FileType picture, FileChannel file, String head) throws IOException {
		this.type = picture;
		if (head.contains(PDF) || Ends.isArchive(file)) {
			this.findings.add("two-kinds");
			return;
		}
		try (InputStream in = new BufferedInputStream(new FileSlice(file, 0, file.size()))) {
			if (picture == FileType.PNG) {
				PngJudge.judge(in, this.findings);
			}
			else {
				JpegJudge.judge(in, this.findings);
			}
		}
	}

	private void judgeOffice(FileChannel file, String head) throws IOException {
		if (head.contains(PDF)) {
			this.findings.add("two-kinds");
			return;
		}
		this.type = OfficeJudge.judge(file, this.findings).orElse(null);
	}

	private void requireName(String fileName) {
		String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (this.type != null && !this.type.mayBeCalled(ending)) {
			this.findings.add("misnamed", this.type.name());
		}
	}

}
