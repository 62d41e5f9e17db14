package cn.ecopark.audit;

import java.io.IOException;

import cn.ecopark.audit.AuditSeals.Seal;

/** A place outside of the database that keeps seals. */
interface SealPlace {

	/**
	 * @return under which name it is remembered how far it was told
	 */
	String name();

	/**
	 * Returns when the seal is kept there; a seal may arrive twice.
	 */
	void tell(Seal seal) throws IOException;

}
