/** The register of papers for the Office, and the public page that verifies papers. */
@NullMarked
package cn.ecopark.paper.web;

import org.jspecify.annotations.NullMarked;
