/**
 * The register of documents for the Office, and the public page that verifies documents;
 * how an issued document is sent, which the pages of other modules do as well.
 */
@NamedInterface("web")
@NullMarked
package cn.ecopark.officialdocument.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
