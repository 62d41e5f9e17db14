/** The auditor's pages: entries over all chains, one chain, sign-ins, export. */
@NullMarked
package cn.ecopark.audit.web;

import org.jspecify.annotations.NullMarked;
