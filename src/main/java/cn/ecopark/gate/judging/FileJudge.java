package cn.ecopark.gate.judging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

import cn.ecopark.gate.FileBytes;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Verdict;

/** Judges one file. */
final class FileJudge {

	private FileJudge() {
	}

	static Verdict judge(Path path, String fileName) {
		Findings findings = new Findings();
		FileType type = null;
		try {
			FileBytes file = new FileBytes(path);
			Optional<FileType> found = FileType.of(file);
			if (found.isEmpty()) {
				findings.add("unknown-type");
			}
			else {
				type = found.get();
				requireName(type, fileName, findings);
				if (!type.isWhole(file)) {
					findings.add("damaged");
				}
			}
		}
		catch (ZipException broken) {
			findings.add("damaged");
		}
		catch (IOException broken) {
			findings.add("damaged");
		}
		return new Verdict(type, findings.all());
	}

	private static void requireName(FileType type, String fileName, Findings findings) {
		String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!type.isCalled(ending)) {
			findings.add("misnamed", type.name());
		}
	}

}
