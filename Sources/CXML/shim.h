#ifndef DAYBOOK_CXML_SHIM_H
#define DAYBOOK_CXML_SHIM_H

#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU; its headers must not meet those of Foundation's own ICU in one module.
   Only the end of a struct that is never allocated here depends on it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* xmlFree is a global variable, which Swift 6 does not let through. */
static inline void daybook_xml_free(void *memory) { xmlFree(memory); }

#endif
