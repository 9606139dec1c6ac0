// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/foreign_exam.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/sql_pool.h"
#include "core/issue/repair/foreign_keys.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace seonchak::doctor {

namespace {

constexpr int mostCodes = 200;
constexpr const char *scanCount = "1000";
constexpr int mostPages = 20;

QString shown(qint64 number)
{
    return QString::number(number);
}

/// The generation in Redis: its mark, or derived from its last reservation number.
QString shownGeneration(const RedisMarks &marks)
{
    return marks.generation.isEmpty() ? shown(generationOf(marks.reservation))
                                      : QString::fromUtf8(marks.generation);
}

} // namespace

ForeignExam::ForeignExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet, const Keys &keys)
    : m_surroundings(surroundings)
    , m_link(link)
    , m_sheet(sheet)
    , m_keys(keys)
{
}

void ForeignExam::add(const char *name, const QStringList &values)
{
    m_sheet.add("redis-foreign", name, values);
}

void ForeignExam::addUnseen(const Error &error)
{
    add("unseen", {error.detail});
}

void ForeignExam::run()
{
    const auto marks = m_link.wait(RedisMarks::read(m_link.connection(), m_keys));
    if (!marks)
        return addUnseen(marks.error());
    if (const auto read = readBook(); !read)
        return add("no-book", {read.error().detail});
    if (marks->areOurs())
        judgeMarked(*marks);
    else
        judgeUnmarked();
}

Result<void> ForeignExam::readBook()
{
    const DatabaseUrl &url = m_surroundings.database;
    if (url.engine == DatabaseUrl::Engine::Sqlite && !QFileInfo::exists(url.path))
        return {};
    auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    m_session = std::move(*session);
    const auto version = schemaVersion(*m_session);
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0)
        return {};
    auto marks = BookMarks::read(*m_session);
    if (!marks)
        return std::unexpected(marks.error());
    m_book = std::move(*marks);
    return {};
}

/// An older server wrote no book name: then two books are distinguished by the generation, which only grows
/// in the book, or by the codes.
void ForeignExam::judgeMarked(const RedisMarks &marks)
{
    const qint64 ofBook = m_book ? m_book->generation : 0;
    const QStringList both{shownGeneration(marks), shown(ofBook)};
    if (ofBook == 0 || marks.areOfAnother(*m_book) || marks.generation.toLongLong() > ofBook ||
        generationOf(marks.reservation) > ofBook)
        return add("another-book", both);
    const auto strange = holdsAnotherBooks();
    if (!strange)
        return addUnseen(strange.error());
    if (*strange)
        return add("another-book", both);
    add(agree(*m_book, marks, m_surroundings.home) ? "ours" : "made-anew", both);
}

/// Requires most of a sample, because a code or two may be on their way into the book.
Result<bool> ForeignExam::holdsAnotherBooks()
{
    const auto codes = sampleCodes();
    if (!codes || codes->isEmpty())
        return codes ? Result<bool>(false) : std::unexpected(codes.error());
    const auto known = book::knownCodes(*m_session, *codes);
    return known ? Result<bool>(*known * 2 < codes->size()) : std::unexpected(known.error());
}

/// From the stock; if it is sold out, from the users' keys.
Result<QList<QByteArray>> ForeignExam::sampleCodes()
{
    QList<QByteArray> codes;
    const auto take = [&](const QByteArray &code) {
        if (isValidCode(code))
            codes.append(ForeignScan::composed(code));
    };
    const auto stock = m_link.ask({"LRANGE", m_keys.available(), "0", QByteArray::number(mostCodes - 1)});
    if (stock)
        std::ranges::for_each(stock->items, take, &RedisReply::text);
    QByteArray cursor = "0";
    for (int page = 0; page < mostPages && codes.isEmpty(); ++page) {
        const auto keys =
            m_link.ask({"SCAN", cursor, "MATCH", m_keys.userPrefix() + '*', "COUNT", scanCount});
        if (!keys || keys->items.size() != 2)
            return keys ? codes : Result<QList<QByteArray>>(std::unexpected(keys.error()));
        for (const auto &key : keys->items[1].items) {
            if (const auto code = m_link.ask({"GET", key.text}); code && codes.size() < mostCodes)
                take(code->text);
        }
        cursor = keys->items[0].text;
        if (cursor == "0")
            break;
    }
    return codes;
}

Result<DatabaseUrl> ForeignExam::bookOrNewOne(const QString &dir) const
{
    if (m_book)
        return m_surroundings.database;
    DatabaseUrl url;
    url.path = dir + QStringLiteral("/new.sqlite");
    const auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    const auto migrated = migrate(**session);
    return migrated ? Result<DatabaseUrl>(url) : std::unexpected(migrated.error());
}

/// Uses the rebuild's rules; it examines every key here.
void ForeignExam::judgeUnmarked()
{
    const QTemporaryDir aside;
    const auto url = bookOrNewOne(aside.path());
    if (!url)
        return addUnseen(url.error());
    SqlPool pool(*url, 1, 16);
    ForeignScan scan(m_link.connection(), pool, m_keys);
    const auto keys = m_link.wait(scan.look());
    if (!keys)
        return addUnseen(keys.error());
    if (keys->isEmpty())
        return add("empty");
    const auto ours = m_link.wait(scan.isOurs(*keys));
    if (!ours)
        return addUnseen(ours.error());
    if (*ours)
        return add("unmarked");
    const ForeignFound found = keys->found();
    add(m_surroundings.refusesForeign ? "refused" : "chosen",
        {shown(found.codes), QString::fromUtf8(m_keys.available()), shown(found.users), shown(found.others)});
}

} // namespace seonchak::doctor
