package cn.ecopark.gate;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The virus scanner does not answer, which says nothing of the file. */
public final class ScannerSilent extends UncheckedIOException {

	ScannerSilent(String address, IOException cause) {
		super("The virus scanner at " + address + " does not answer", cause);
	}

}
