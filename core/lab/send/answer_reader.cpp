// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/send/answer_reader.h"

#include "core/issue/ground/outcome_row.h"

#include <QByteArrayList>

#include <algorithm>

namespace seonchak::lab {

namespace {

constexpr qsizetype headMost = 16 * 1024;
constexpr qsizetype bodyMost = 1024 * 1024;

/// The value of the first `"key":"…"`; our server writes no blanks there and its own codes need no escaping.
QByteArrayView textOf(QByteArrayView json, QByteArrayView key)
{
    const auto at = json.indexOf(key);
    if (at < 0)
        return {};
    const auto rest = json.sliced(at + key.size());
    const auto end = rest.indexOf('"');
    return end < 0 ? QByteArrayView() : rest.first(end);
}

/// What the lab makes of an outcome.
Fate fateOfOutcome(IssueOutcome::Kind outcome)
{
    using Kind = IssueOutcome::Kind;
    switch (outcome) {
    case Kind::Valid:
        return Fate::Issued;
    case Kind::Already:
        return Fate::Already;
    case Kind::SoldOut:
        return Fate::SoldOut;
    case Kind::NotOpen:
        return Fate::TooEarly;
    case Kind::PartnerFailed:
        return Fate::PartnerFailed;
    case Kind::InDoubt:
        return Fate::InDoubt;
    case Kind::InProgress:
        return Fate::InProgress;
    case Kind::Conflict:
        return Fate::Conflict;
    case Kind::Unavailable:
    case Kind::Paused:
        return Fate::Unavailable;
    case Kind::Closed: // The lab sets no end.
    case Kind::Count_:
        break;
    }
    return Fate::Other;
}

/// Of an answer that names no outcome: something on the way has written it, or JMeter kept no body.
Fate fateOfWordless(int status)
{
    switch (status) {
    case 202:
        return Fate::InDoubt;
    case 409:
        return Fate::Conflict;
    case 503:
        return Fate::Unavailable;
    default:
        return Fate::Other;
    }
}

} // namespace

void AnswerReader::begin()
{
    m_buffer.remove(0, m_headSize + m_bodySize);
    m_headSize = -1;
    m_bodySize = 0;
    m_status = 0;
    m_state = State::Incomplete;
}

void AnswerReader::take(const char *bytes, qsizetype size)
{
    m_buffer.append(bytes, size);
    if (m_state != State::Incomplete)
        return;
    if (m_headSize < 0)
        readHead();
    if (m_state == State::Incomplete && m_headSize >= 0 && m_buffer.size() >= m_headSize + m_bodySize)
        m_state = State::Complete;
}

QByteArrayView AnswerReader::body() const
{
    return QByteArrayView(m_buffer).sliced(m_headSize, m_bodySize);
}

void AnswerReader::readHead()
{
    const auto end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_buffer.size() > headMost)
            m_state = State::Broken;
        return;
    }
    bool hasLength = false;
    bool fine = m_buffer.startsWith("HTTP/1.1 ");
    m_status = m_buffer.mid(9, 3).toInt();
    m_closes = false;
    for (qsizetype at = m_buffer.indexOf("\r\n"); at < end;) {
        const auto next = m_buffer.indexOf("\r\n", at + 2);
        const auto line = QByteArrayView(m_buffer).sliced(at + 2, next - at - 2);
        const auto colon = line.indexOf(':');
        const auto name = line.first(std::max<qsizetype>(colon, 0));
        const auto value = line.sliced(colon + 1).trimmed();
        if (name.compare("content-length", Qt::CaseInsensitive) == 0) {
            m_bodySize = value.toLongLong(&hasLength);
            fine = fine && hasLength && m_bodySize >= 0 && m_bodySize <= bodyMost;
        } else if (name.compare("connection", Qt::CaseInsensitive) == 0) {
            m_closes = value.compare("close", Qt::CaseInsensitive) == 0;
        }
        at = next;
    }
    m_headSize = end + 4;
    if (!fine || !hasLength || m_status < 100)
        m_state = State::Broken;
}

Fate fateOf(int status, QByteArrayView body, QByteArray &code)
{
    const QByteArrayView word = textOf(body, "\"code\":\"");
    if (status == 200) {
        code = word.toByteArray();
        if (code.isEmpty())
            return Fate::Other;
        return textOf(body, "\"result\":\"") == rowOf(IssueOutcome::Kind::Already).result ? Fate::Already
                                                                                          : Fate::Issued;
    }
    const auto told = std::ranges::find_if(outcomeRows, [&](const OutcomeRow &row) {
        return row.problem.status == status && word == row.problem.code;
    });
    return told == outcomeRows.end() ? fateOfWordless(status) : fateOfOutcome(told->kind);
}

} // namespace seonchak::lab
