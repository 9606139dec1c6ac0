// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/qt_dispatch.h"

#include "server/transport/parser_socket.h"

#include <QHttpServerResponder>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace seonchak::http {

namespace {

using Method = QHttpServerRequest::Method;

/// After a larger body Qt must drop the request immediately: it otherwise keeps it until the next one.
constexpr qsizetype largeBody = 64 * 1024;

std::optional<Method> qtMethod(const QByteArray &method)
{
    static constexpr std::pair<QByteArrayView, Method> known[] = {
        {"POST", Method::Post},       {"GET", Method::Get},         {"PUT", Method::Put},
        {"DELETE", Method::Delete},   {"HEAD", Method::Head},       {"PATCH", Method::Patch},
        {"OPTIONS", Method::Options}, {"CONNECT", Method::Connect},
    };
    for (const auto &[name, value] : known) {
        if (name == method)
            return value;
    }
    return std::nullopt;
}

/// The request in its simplest form: always with the body's length, and without the headers that Qt acts on
/// (Expect, Transfer-Encoding, Upgrade; its own limits on headers).
QByteArray plainHead(const Request &request)
{
    QByteArray head;
    head.reserve(128 + request.path.size() + request.query.size());
    // Qt does not support "*". The framing does not depend on it.
    head.append(request.method).append(' ').append(request.path == "*" ? "/" : request.path);
    if (!request.query.isEmpty())
        head.append('?').append(request.query);
    const QByteArray host = request.header("host");
    head.append(" HTTP/1.1\r\nHost: ").append(host.isEmpty() ? "localhost" : host);
    head.append("\r\nContent-Length: ").append(QByteArray::number(request.body.size())).append("\r\n\r\n");
    return head;
}

/// The characters of names, numbers and ports.
constexpr auto plainCharacters = [] {
    std::array<bool, 256> plain{};
    for (const char c : std::string_view("0123456789/.-_:[]"))
        plain[static_cast<quint8>(c)] = true;
    for (int c = 'a'; c <= 'z'; ++c)
        plain[std::size_t(c)] = plain[std::size_t(c - 'a' + 'A')] = true;
    return plain;
}();

bool isPlain(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return plainCharacters[static_cast<quint8>(c)]; });
}

/// What plainHead() would write, with one digit for each number in the path: the end of a request does not
/// depend on it. Empty for a request that is not plain, or has a query or a body.
void putShape(QByteArray &shape, const Request &request)
{
    shape.resize(0);
    const QByteArray host = request.header("host");
    if (!request.body.isEmpty() || !request.query.isEmpty() || !isPlain(request.path) || !isPlain(host))
        return;
    shape.resize(request.method.size() + host.size() + request.path.size() + 2);
    char *at = std::ranges::copy(request.method, shape.data()).out;
    *at++ = ' ';
    at = std::ranges::copy(host, at).out;
    *at++ = ' ';
    char before = ' ';
    for (const char c : request.path) {
        const char put = c >= '0' && c <= '9' ? '0' : c;
        if (put != '0' || before != '0')
            *at++ = put;
        before = put;
    }
    shape.truncate(at - shape.constData());
}

/// Invented shapes may displace a common one, which is then shown to Qt once more.
constexpr std::size_t shapesMost = 64;

} // namespace

QtDispatch::QtDispatch(QObject *parent)
    : QAbstractHttpServer(parent)
{
}

QtDispatch::~QtDispatch() = default;

void QtDispatch::attach(QTcpServer *listener, Offer offer)
{
    bind(listener);
    m_offer = std::move(offer);
    renewSocket();
}

void QtDispatch::renewSocket()
{
    if (m_socket)
        m_socket->retire();
    m_socket = new ParserSocket(this);
    m_offer(m_socket);
}

bool QtDispatch::agreesOn(const Request &request)
{
    if (!qtMethod(request.method))
        return true;
    putShape(m_shape, request);
    const bool isKnown = !m_shape.isEmpty() && std::ranges::find(m_agreed, m_shape) != m_agreed.end();
    if (isKnown)
        return true;
    const bool agrees = showToQt(request);
    if (agrees && !m_shape.isEmpty())
        remember(m_shape);
    return agrees;
}

void QtDispatch::remember(const QByteArray &shape)
{
    const QByteArray copy(shape.constData(), shape.size()); // m_shape keeps its capacity
    if (m_agreed.size() < shapesMost)
        return m_agreed.push_back(copy);
    m_agreed[m_nextForgotten] = copy;
    m_nextForgotten = (m_nextForgotten + 1) % shapesMost;
}

bool QtDispatch::showToQt(const Request &request)
{
    if (!m_socket)
        renewSocket();
    ++m_shown;
    m_expected = &request;
    m_calls = 0;
    m_same = false;
    const bool taken = m_socket->offer(plainHead(request), request.body);
    m_expected = nullptr;
    if (!taken || m_calls != 1 || !m_same) {
        renewSocket(); // the data that Qt is waiting for now is not the next request
        return false;
    }
    if (request.body.size() > largeBody)
        (void)m_socket->offer({}, {});
    return true;
}

void QtDispatch::onRequest(const QHttpServerRequest &request)
{
    ++m_calls;
    m_same = m_expected && request.method() == qtMethod(m_expected->method) &&
             request.body().size() == m_expected->body.size();
}

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)

bool QtDispatch::handleRequest(const QHttpServerRequest &request, QTcpSocket *)
{
    onRequest(request);
    return true;
}

void QtDispatch::missingHandler(const QHttpServerRequest &, QTcpSocket *) {}

#else

bool QtDispatch::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &)
{
    onRequest(request);
    return true;
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
void QtDispatch::missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) {}
#else
void QtDispatch::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) {}
#endif

#endif

} // namespace seonchak::http
