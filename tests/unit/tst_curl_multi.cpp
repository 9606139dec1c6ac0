// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers that end together: each callback may change which others there are.

#include "core/partner/curl_multi.h"

#include <QTemporaryFile>
#include <QTest>

using namespace seonchak;

namespace {

size_t discard(char *, size_t size, size_t count, void *)
{
    return size * count;
}

} // namespace

class TestCurlMulti : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyTransferIsReported();
    void aTransferThatACallbackRemovesIsNotReported();
    void aCallbackMayDestroyAll();

private:
    using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
    /// The transfer of a small file: curl ends several of these in one step.
    Easy transfer();

    QTemporaryFile m_file;
};

void TestCurlMulti::initTestCase()
{
    QVERIFY(m_file.open());
    QCOMPARE(m_file.write("text"), 4);
    QVERIFY(m_file.flush());
}

TestCurlMulti::Easy TestCurlMulti::transfer()
{
    Easy easy(curl_easy_init(), &curl_easy_cleanup);
    const QByteArray url = "file://" + m_file.fileName().toUtf8();
    curl_easy_setopt(easy.get(), CURLOPT_URL, url.constData()); // copied
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, &discard);
    return easy;
}

void TestCurlMulti::everyTransferIsReported()
{
    const Easy first = transfer();
    const Easy second = transfer();
    QList<CURL *> ended;
    std::unique_ptr<CurlMulti> multi;
    multi = std::make_unique<CurlMulti>(1, [&](CURL *easy, CURLcode code) {
        QCOMPARE(code, CURLE_OK);
        multi->remove(easy);
        ended.append(easy);
    });
    QVERIFY(multi->add(first.get()) && multi->add(second.get()));
    QTRY_COMPARE(ended, QList<CURL *>({first.get(), second.get()}));
}

void TestCurlMulti::aTransferThatACallbackRemovesIsNotReported()
{
    const Easy first = transfer();
    const Easy second = transfer();
    const Easy third = transfer();
    QList<CURL *> ended;
    std::unique_ptr<CurlMulti> multi;
    multi = std::make_unique<CurlMulti>(1, [&](CURL *easy, CURLcode) {
        ended.append(easy);
        multi->remove(easy);
        if (easy != first.get())
            return;
        multi->remove(second.get());
        QVERIFY(multi->add(third.get()));
    });
    QVERIFY(multi->add(first.get()) && multi->add(second.get()));
    QTRY_VERIFY(ended.contains(third.get()));
    QCOMPARE(ended, QList<CURL *>({first.get(), third.get()}));
}

void TestCurlMulti::aCallbackMayDestroyAll()
{
    const Easy first = transfer();
    const Easy second = transfer();
    int ended = 0;
    std::unique_ptr<CurlMulti> multi;
    multi = std::make_unique<CurlMulti>(1, [&](CURL *, CURLcode) {
        ++ended;
        multi->remove(first.get());
        multi->remove(second.get());
        multi.reset();
    });
    QVERIFY(multi->add(first.get()) && multi->add(second.get()));
    QTRY_VERIFY(!multi);
    QCOMPARE(ended, 1);
}

QTEST_GUILESS_MAIN(TestCurlMulti)
#include "tst_curl_multi.moc"
