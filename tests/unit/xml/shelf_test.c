/* shelf: what is put there comes back, whether there was room for it as a tree or not: src/xml/shelf.c. */
#include "unit/base/folder.h"

#include "xml/xml.h"

static xmlNode *make_element(xmlDoc *doc, const char *name, unsigned children)
{
	xmlNode *element = xmlNewDocNode(doc, NULL, BAD_CAST name, NULL);
	xmlNewProp(element, BAD_CAST "a", BAD_CAST "<");
	for (unsigned i = 0; i < children; i++)
		xmlNewTextChild(element, NULL, BAD_CAST "b", BAD_CAST "x");
	return element;
}

static xmlDoc *make_doc(void)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(doc, xmlNewDocNode(doc, NULL, BAD_CAST "r", NULL));
	return doc;
}

static void assert_children(xmlDoc *doc, unsigned sizes[], const char *names)
{
	unsigned i = 0;
	for (xmlNode *child = xmlFirstElementChild(xmlDocGetRootElement(doc)); child; child = xmlNextElementSibling(child), i++) {
		xmlChar *value = xmlGetNoNsProp(child, BAD_CAST "a");
		assert_int_equal(child->name[0], names[i]);
		assert_int_equal(xmlChildElementCount(child), sizes[i]);
		assert_string_equal((const char *)value, "<");
		assert_ptr_equal(child->doc, doc);
		xmlFree(value);
	}
	assert_int_equal(i, strlen(names));
}

/* Elements of so many children each go there from one document, copies and then they themselves to another. */
static void put_and_take(unsigned size)
{
	xmlDoc *from = make_doc(), *to = make_doc();
	xmlNode *root = xmlDocGetRootElement(from);
	struct xml_shelf *shelf = xml_shelf_open();
	static const char *const names[] = {"p", "q", "r"};
	for (unsigned i = 0; i < 3; i++) {
		xmlNode *element = make_element(from, names[i], size + i);
		xmlAddChild(root, element);
		assert_int_equal(xml_shelf_put(shelf, element), i);
		assert_null(root->children);
	}
	xmlFreeDoc(from);
	assert_int_equal(xml_shelf_count(shelf), 3);
	xml_shelf_copy(shelf, 1, xmlDocGetRootElement(to));
	xml_shelf_copy(shelf, 1, xmlDocGetRootElement(to));
	xml_shelf_empty(shelf, xmlDocGetRootElement(to));
	assert_int_equal(xml_shelf_count(shelf), 0);
	xml_shelf_close(shelf);
	assert_children(to, (unsigned[]){size + 1, size + 1, size, size + 1, size + 2}, "qqpqr");
	xmlFreeDoc(to);
}

static void test_few(void **state)
{
	(void)state;
	put_and_take(3);
}

/* There is room for some of them, or for none. */
static void test_many(void **state)
{
	(void)state;
	put_and_take(6000);
	put_and_take(9000);
	put_and_take(25000);
}

/* What is left there goes with it; a namespace declared around the element comes along. */
static void test_namespaces(void **state)
{
	(void)state;
	xmlDoc *from = make_doc(), *to = make_doc();
	xmlNode *root = xmlDocGetRootElement(from), *element = make_element(from, "p", 1);
	xmlSetNs(element, xmlNewNs(root, BAD_CAST "urn:n", BAD_CAST "n"));
	xmlAddChild(root, element);
	struct xml_shelf *shelf = xml_shelf_open();
	xml_shelf_put(shelf, element);
	xmlFreeDoc(from);
	xml_shelf_copy(shelf, 0, xmlDocGetRootElement(to));
	xml_shelf_close(shelf);
	assert_string_equal((const char *)xmlDocGetRootElement(to)->children->ns->href, "urn:n");
	xmlFreeDoc(to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_few),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_namespaces),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
