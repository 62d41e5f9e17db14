package cn.ecopark.officialdocument;

import java.time.LocalDate;

/**
 * How an official document was ordered, so that it can be made once more with what is
 * right; answered by each module that orders documents.
 */
public interface IssueOrders {

	/**
	 * @return whether this module has ordered the document, and can order it again by
	 * itself
	 */
	boolean knows(OfficialDocument document);

	/**
	 * @param issuedOn the date it is to bear
	 * @return the order of the document as it was, with that date and the next number
	 * @throws cn.ecopark.law.LegalRefusal at {@code f.issuedOn} when the document may not
	 * bear that date, or when what it states was not decided by those who are party on it
	 */
	IssueOrder again(OfficialDocument document, LocalDate issuedOn);

}
