// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

#include "server/api/endpoints.h"

#include <algorithm>
#include <vector>

namespace seonchak::http {

namespace {

/// All endpoints of one path.
struct Place
{
    QByteArrayView head; ///< of the path, up to its id; the whole path if it has none
    QByteArrayView tail; ///< behind the id
    bool hasId = false;
    QByteArrayView pattern;
    std::vector<const EndpointRow *> rows;

    explicit Place(const char *path)
        : pattern(path)
    {
        const auto star = pattern.indexOf('*');
        hasId = star >= 0;
        head = hasId ? pattern.first(star) : pattern;
        tail = hasId ? pattern.sliced(star + 1) : QByteArrayView();
    }
    /// The id segment if `path` is here; empty for a path without one; nullopt if it is not.
    [[nodiscard]] std::optional<QByteArrayView> match(QByteArrayView path) const
    {
        if (!hasId)
            return head == path ? std::optional<QByteArrayView>(QByteArrayView()) : std::nullopt;
        if (path.size() <= head.size() + tail.size() || !path.startsWith(head) || !path.endsWith(tail))
            return std::nullopt;
        const auto id = path.sliced(head.size(), path.size() - head.size() - tail.size());
        return id.contains('/') ? std::nullopt : std::optional<QByteArrayView>(id);
    }
};

/// Those without an id first: literal paths win.
std::vector<Place> gatherPlaces()
{
    std::vector<Place> places;
    for (const EndpointTable &table : allEndpoints()) {
        for (const EndpointRow &row : table) {
            auto found = std::ranges::find(places, QByteArrayView(row.path), &Place::pattern);
            if (found == places.end())
                found = places.insert(places.end(), Place(row.path));
            found->rows.push_back(&row);
        }
    }
    std::ranges::stable_partition(places, [](const Place &one) { return !one.hasId; });
    return places;
}

const std::vector<Place> &allPlaces()
{
    static const std::vector<Place> places = gatherPlaces();
    return places;
}

bool isUnreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

/// OPTIONS for the whole server. HAProxy sends "/" by default.
bool asksTheServer(const QByteArray &method, const QByteArray &path)
{
    return method == "OPTIONS" && (path == "*" || path == "/");
}

} // namespace

std::optional<QByteArray> routablePath(const QByteArray &path)
{
    QByteArray plain = path;
    for (auto at = plain.indexOf('%'); at >= 0 && at + 2 < plain.size(); at = plain.indexOf('%', at + 1)) {
        const auto decoded = QByteArray::fromHex(plain.sliced(at + 1, 2));
        if (decoded.size() != 1 || decoded.front() == '\0')
            return std::nullopt;
        if (isUnreserved(decoded.front()))
            plain.replace(at, 3, decoded); // never a '%': the rest is not decoded again
    }
    return plain;
}

Route findRoute(const QByteArray &method, const QByteArray &path)
{
    Route route;
    if (asksTheServer(method, path)) {
        route.isOptions = route.isProbe = true;
        route.allow = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
        return route;
    }
    for (const Place &place : allPlaces()) {
        auto id = place.match(path);
        if (!id)
            continue;
        for (const EndpointRow *row : place.rows) {
            const bool isGet = qstrcmp(row->method, "GET") == 0;
            const bool isProbe = row->trait == Trait::Probe;
            if (method == row->method || (isGet && method == "HEAD"))
                return {row, row->need, false, isProbe, *id, {}};
            route.isProbe = route.isProbe || isProbe;
            route.allow += QByteArray(row->method) + (isGet ? ", HEAD, " : ", ");
        }
        route.allow += "OPTIONS";
        route.isOptions = method == "OPTIONS";
        break;
    }
    return route;
}

} // namespace seonchak::http
