package cn.ecopark.casefile;

/** A case stands still from now on. Heard in the same transaction. */
public record CaseSuspended(Suspension suspension) {
}
