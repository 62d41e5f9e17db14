package cn.ecopark.paper;

/** Tells what papers say; each module tells what it knows of a dossier. */
public interface PaperFactSource {

	/** Adds what it knows; facts the paper does not ask for are left unused. */
	void tell(PaperOrder order, PaperFacts facts);

}
