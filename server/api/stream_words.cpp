// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/stream_words.h"

#include "core/wire/desk_json.h"

namespace seonchak::http::sse {

namespace {
constexpr qsizetype mostDoubts = 50; ///< otherwise a reading client would owe too much at once
}

QByteArray event(QByteArrayView name, const QByteArray &json)
{
    return "event: " + name.toByteArray() + "\ndata: " + json + "\n\n";
}

QByteArray comment(QByteArrayView text)
{
    return ": " + text.toByteArray() + "\n\n";
}

QByteArray entries(const EventPage &page, quint64 after)
{
    QByteArray out;
    for (const Event &entry : page.items) {
        if (entry.serial != after + 1)
            out += gap(entry.serial - after - 1);
        after = entry.serial;
        out += "id: " + QByteArray::number(entry.serial) + '\n' + event("entry", json::event(entry));
    }
    return out;
}

QByteArray gap(quint64 dropped)
{
    return event("gap", "{\"dropped\":" + QByteArray::number(dropped) + '}');
}

QByteArray restarted()
{
    return event("gap", "{\"dropped\":0,\"restarted\":true}");
}

QByteArray doubts(const QList<DoubtTail::Change> &changes, WallMs now)
{
    if (changes.size() > mostDoubts)
        return event("doubt", "{\"changed\":" + QByteArray::number(changes.size()) + '}');
    QByteArray out;
    for (const auto &change : changes)
        out += event("doubt", json::doubt(change.doubt, change.isOpen, now));
    return out;
}

} // namespace seonchak::http::sse
