/**
 * The register of papers for the Office, and the public page that verifies papers; how an
 * issued paper is sent, which the pages of other modules do as well.
 */
@NamedInterface("web")
@NullMarked
package cn.ecopark.officialdocument.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
