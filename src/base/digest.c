/* digest: SHA-256 (FIPS 180-4), by nettle, which uses the processor's own instructions for it where there are any. */
#include <nettle/sha2.h>
#include <string.h>

#include "base/base.h"

void digest_hex(const void *data, size_t size, char hex[DIGEST_HEX])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct sha256_ctx context;

	sha256_init(&context);
	sha256_update(&context, size, data);
	sha256_digest(&context, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[DIGEST_HEX - 1] = '\0';
}
