package cn.ecopark.dossier;

import cn.ecopark.shared.Refusal;

/** Why a document is not taken, or not shown. */
public final class DocumentRefusals {

	private DocumentRefusals() {
	}

	/** There is no such version, or none the reader may know of. */
	public static final class DocumentNotFound extends Refusal {

		public DocumentNotFound() {
			super("document.not-found");
		}

	}

	/** It belongs to a case, batch or objection that the reader may not read. */
	public static final class NotYourDocument extends Refusal {

		public NotYourDocument() {
			super("document.not-yours");
		}

	}

	/** Until it has passed the gate, only whoever handed it in may open it. */
	public static final class DocumentBeingChecked extends Refusal {

		public DocumentBeingChecked() {
			super("document.being-checked");
		}

	}

	/** It did not pass the gate and nobody may open it. */
	public static final class DocumentRefused extends Refusal {

		public DocumentRefused() {
			super("document.refused");
		}

	}

	/** No file was chosen, or it holds nothing. */
	public static final class EmptyFile extends Refusal {

		public EmptyFile() {
			super("document.empty");
		}

	}

	/** The file is larger than what is taken. */
	public static final class FileTooLarge extends Refusal {

		/**
		 * @param largest largest size taken, for instance 1 GB
		 */
		public FileTooLarge(String largest) {
			super("document.too-large", largest);
		}

	}

	/** The pack asks for this kind of document in other types. */
	public static final class TypeNotAccepted extends Refusal {

		/**
		 * @param kind what the pack calls the document
		 * @param accepted types it is taken in
		 */
		public TypeNotAccepted(String kind, String accepted) {
			super("document.type-not-accepted", kind, accepted);
		}

	}

	/** The step does not ask for such a document. */
	public static final class KindNotTaken extends Refusal {

		public KindNotTaken() {
			super("document.kind-not-taken");
		}

	}

	/** The task is about another dossier. */
	public static final class WrongDossier extends Refusal {

		public WrongDossier() {
			super("document.wrong-dossier");
		}

	}

}
