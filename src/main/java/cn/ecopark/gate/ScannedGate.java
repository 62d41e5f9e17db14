package cn.ecopark.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.ecopark.gate.ScannerSettings.WhenSilent;

/**
 * Shows each file to a virus scanner before it is judged. What the scanner has not seen
 * never passes.
 */
final class ScannedGate implements Gate {

	private static final Logger LOG = LoggerFactory.getLogger(ScannedGate.class);

	private final Gate gate;

	private final VirusScanner scanner;

	private final String address;

	private final WhenSilent silent;

	ScannedGate(Gate gate, String address, ScannerSettings settings) {
		this.gate = gate;
		this.scanner = new VirusScanner(address, settings.patience());
		this.address = address;
		this.silent = settings.silent();
	}

	@Override
	public Verdict judge(Path file, String fileName) {
		return scanned(file, fileName, this.gate::judge);
	}

	@Override
	public Verdict judgeForThePublic(Path file, String fileName) {
		return scanned(file, fileName, this.gate::judgeForThePublic);
	}

	private Verdict scanned(Path file, String fileName, BiFunction<Path, String, Verdict> judge) {
		return found(file).map(finding -> new Verdict(null, List.of(finding)))
			.orElseGet(() -> judge.apply(file, fileName));
	}

	private Optional<Verdict.Finding> found(Path file) {
		try {
			return this.scanner.scan(file);
		}
		catch (IOException unanswered) {
			if (this.silent == WhenSilent.HOLD) {
				throw new ScannerSilent(this.address, unanswered);
			}
			LOG.warn("The virus scanner at {} does not answer; the file is given back: {}", this.address,
					unanswered.toString());
			return Optional.of(new Verdict.Finding("not-scanned", List.of()));
		}
	}

}
