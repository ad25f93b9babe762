/* A worker's shifts: src/batch/worker.c. Orders go in and reports come out as from a batch. */
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "batch/order.h"
#include "batch/report.h"
#include "batch/worker.h"
#include "pipeline_int.h"
#include "unit/base/folder.h"
#include "xml/xml.h"

struct hired {
	struct worker_task task;
	struct engine engine;
	struct options options;
	struct folder *folder;
	pid_t pid;
	int orders, reports;
};

static const char stylesheet[] =
	"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:fo='http://www.w3.org/1999/XSL/Format'>"
	"<xsl:template match='/'><fo:root xml:lang='zh-CN'><fo:layout-master-set><fo:simple-page-master master-name='a' "
	"page-width='210mm' "
	"page-height='297mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='a'>"
	"<fo:title>通知</fo:title><fo:flow flow-name='xsl-region-body'><fo:block><xsl:value-of "
	"select='document/p'/></fo:block></fo:flow>"
	"</fo:page-sequence></fo:root></xsl:template></xsl:stylesheet>";

static void hire(struct hired *hired, struct folder *folder, unsigned shift)
{
	int orders[2], reports[2];
	folder_text(folder, "t/page.xsl", stylesheet);
	*hired = (struct hired){
		.engine = {.arena = folder->arena,
				   .templates = folder_path(folder, "t"),
				   .stylesheets = xslt_open(folder_path(folder, "t"), folder->sink),
				   .fonts = {.config = "fonts/fonts.xml"},
				   .color_profile = "fonts/sRGB.icc"},
		.folder = folder,
	};
	hired->task = (struct worker_task){&hired->engine, &hired->options, folder_path(folder, "out"), folder->sink, shift};
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, orders), 0);
	assert_int_equal(pipe(reports), 0);
	pid_t self = getpid();
	hired->pid = fork();
	if (hired->pid == 0) {
		close(orders[1]);
		close(reports[0]);
		worker_run(&hired->task, self, orders[0], reports[1]);
	}
	close(orders[0]);
	close(reports[1]);
	hired->orders = orders[1];
	hired->reports = reports[0];
}

static int dismiss(struct hired *hired)
{
	int status;
	close(hired->orders);
	assert_int_equal(waitpid(hired->pid, &status, 0), hired->pid);
	close(hired->reports);
	xslt_close(hired->engine.stylesheets);
	return status;
}

static const char page[] = "<document><p>请各部门办理。</p></document>";

static void order_page(struct hired *hired, const char *file)
{
	struct folder *folder = hired->folder;
	xmlDoc *doc = xml_load_memory(page, strlen(page), "page.xml", NULL, folder->arena, folder->sink);
	struct job job = {.document = xml_pack(xmlDocGetRootElement(doc), folder->arena), .stylesheet = "page.xsl", .file = file};
	GByteArray *order = order_pack(&job, 1, "page.xml");
	assert_true(file_write_all(hired->orders, order->data, order->len));
	g_byte_array_free(order, TRUE);
	xmlFreeDoc(doc);
}

/* The next report; NULL: there are no more. report_free() it. */
static struct report *next_report(struct hired *hired)
{
	GByteArray *bytes = g_byte_array_new();
	struct report *report = NULL;
	size_t size;
	guint8 byte;
	while (!report && read(hired->reports, &byte, 1) == 1) {
		g_byte_array_append(bytes, &byte, 1);
		report = report_unpack(bytes->data, bytes->len, &size);
	}
	g_byte_array_free(bytes, TRUE);
	return report;
}

/* The process that is at work. */
static pid_t find_shift(const struct hired *hired)
{
	char *path = g_strdup_printf("/proc/%d/task/%d/children", hired->pid, hired->pid), *text = NULL;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	pid_t pid = (pid_t)strtol(text, NULL, 10);
	g_free(text);
	g_free(path);
	return pid;
}

static void assert_made(struct hired *hired, const char *file)
{
	order_page(hired, file);
	struct report *report = next_report(hired);
	assert_non_null(report);
	assert_true(report->written);
	report_free(report);
	char *path = g_build_filename(hired->task.folder, file, NULL);
	assert_int_equal(access(path, F_OK), 0);
	g_free(path);
}

static void test_another_process_takes_over(void **state)
{
	struct hired hired;
	hire(&hired, *state, 2);
	assert_made(&hired, "1.pdf");
	pid_t first = find_shift(&hired);
	assert_int_not_equal(first, 0);
	assert_made(&hired, "2.pdf");
	assert_made(&hired, "3.pdf");
	assert_int_not_equal(find_shift(&hired), first);
	assert_made(&hired, "4.pdf");
	assert_made(&hired, "5.pdf");
	assert_int_equal(dismiss(&hired), 0);
}

/* The end of the orders comes just when a shift has ended. */
static void test_nothing_left_for_the_next(void **state)
{
	struct hired hired;
	hire(&hired, *state, 1);
	assert_made(&hired, "1.pdf");
	assert_int_equal(dismiss(&hired), 0);
}

static void test_dies_as_its_shift(void **state)
{
	struct hired hired;
	hire(&hired, *state, 2);
	assert_made(&hired, "1.pdf");
	kill(find_shift(&hired), SIGKILL);
	assert_null(next_report(&hired));
	int status = dismiss(&hired);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
}

/* Nobody goes on for a worker that was killed. */
static void test_its_shift_goes_with_it(void **state)
{
	struct hired hired;
	hire(&hired, *state, 2);
	assert_made(&hired, "1.pdf");
	kill(hired.pid, SIGKILL);
	assert_null(next_report(&hired)); /* the reports end when the last of the two has gone */
	dismiss(&hired);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_another_process_takes_over),
		TEST(test_nothing_left_for_the_next),
		TEST(test_dies_as_its_shift),
		TEST(test_its_shift_goes_with_it),
	};
	xml_init();
	xslt_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
