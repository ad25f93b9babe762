/* list: what build would make, a line each: kind, key, copy, file. Then what is missing: kind, key, two empty fields, the reason. In a year
 * with errors, what build --keep-going would make; the errors, and what they touch, are said. */
#include <glib.h>
#include <stdio.h>

#include "command/command.h"

static void print_missing(const xmlNode *node, const struct options *options)
{
	xmlChar *kind = xmlGetNoNsProp(node, BAD_CAST "kind"), *key = xmlGetNoNsProp(node, BAD_CAST "key");
	const char *language = options->language == DIAG_CHINESE ? "zh" : "en";
	bool asked = kind && key && option_list_allows(&options->kinds, (const char *)kind) &&
				 option_list_allows(&options->departments, (const char *)key);
	for (xmlNode *child = node->children; asked && child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && xmlStrEqual(child->name, BAD_CAST language)) {
			xmlChar *words = xmlNodeGetContent(child);
			g_strstrip((char *)words);
			printf("%s\t%s\t\t\t%s\n", (const char *)kind, (const char *)key, (const char *)words);
			xmlFree(words);
		}
	xmlFree(kind);
	xmlFree(key);
}

enum exit_status command_list(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	struct year year;
	struct job_list jobs = {0};
	bool sound = year_open(&year, engine, options, options->inputs.values[0], sink);
	if ((sound || !year_is_refused(&year)) && year_derive(&year, engine, sink) && year_plan(&year, engine, options, sink))
		year_jobs(&year, options, &jobs, sink);
	for (unsigned i = 0; i < jobs.count; i++) {
		const struct job *job = &jobs.jobs[i];
		printf("%s\t%s\t%s\t%s\n", job->kind, job->key, job->copy_key ? job->copy_key : "", job->file);
	}
	const xmlNode *plan = year.plan ? xmlDocGetRootElement(year.plan) : NULL;
	for (const xmlNode *node = plan ? plan->children : NULL; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST "missing"))
			print_missing(node, options);
	year_close(&year);
	return EXIT_DONE;
}
