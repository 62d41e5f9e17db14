package cn.ecopark.wholefile;

import cn.ecopark.shared.Refusal;

/** There is no such merged PDF, or none for this reader, or it is kept no longer. */
public final class NoSuchPdf extends Refusal {

	public NoSuchPdf() {
		super("whole-file.no-pdf");
	}

}
