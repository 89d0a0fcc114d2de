/* Posts 2 KB bodies with libcurl's multi interface, so many in flight: multi URL COUNT IN_FLIGHT. Prints requests/s. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t drop(char *bytes, size_t size, size_t count, void *context) { return size * count; }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count < 4) return 64;
  int wanted = atoi(words[2]), most = atoi(words[3]), begun = 0, done = 0, failed = 0;
  static char body[2048];
  memset(body, 'x', sizeof body);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)most);
  double start = now();
  for (int i = 0; i < most && begun < wanted; i++, begun++) {
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, words[1]);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)sizeof body);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    curl_multi_add_handle(multi, easy);
  }
  while (done < wanted) {
    int running, left;
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left))) {
      long status = 0;
      curl_easy_getinfo(message->easy_handle, CURLINFO_RESPONSE_CODE, &status);
      if (status != 200) failed++;
      done++;
      curl_multi_remove_handle(multi, message->easy_handle);
      if (begun < wanted) { begun++; curl_multi_add_handle(multi, message->easy_handle); }
    }
    curl_multi_poll(multi, NULL, 0, 100, NULL);
  }
  printf("%.0f\n", failed ? 0 : wanted / (now() - start));
  return failed != 0;
}
