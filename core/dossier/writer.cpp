// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/writer.h"

#include "core/database/book/book_rebuild.h"
#include "core/database/engine/still_book.h"
#include "core/dossier/book_rows.h"
#include "core/dossier/cells.h"
#include "core/dossier/out_folder.h"
#include "core/dossier/pace.h"
#include "core/dossier/page.h"
#include "core/issue/ground/sale_times.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

namespace seonchak::dossier {

namespace {

/// The summary's content besides the sums of the records.
struct About
{
    QString bookName;
    SaleTimes times;
    WallMs refusalsKnownSince = 0;
    BookCounts counts;
};

std::unexpected<Error> ofDatabase(Trouble trouble, const QString &sentence)
{
    return failure(trouble, sentence, {bookTrouble});
}

std::unexpected<Error> cannotRead(const DatabaseUrl &url, const Error &why)
{
    return ofDatabase(why.trouble,
                      QStringLiteral("the database %1 cannot be read: %2").arg(url.masked(), why.detail));
}

Result<StillBook> openBook(const DatabaseUrl &url)
{
    auto book = StillBook::open(url, StillBook::Glance::Short);
    if (book)
        return book;
    Error why = book.error();
    if (why.names.isEmpty() && why.trouble != Trouble::NotFound) // of the database, in its own words
        return cannotRead(url, why);
    if (why.names.isEmpty())
        why.names << noDatabase;
    why.names << bookTrouble;
    return std::unexpected(why);
}

/// Writes one dossier from the book into the folder.
class Writer
{
public:
    Writer(const Order &order, const StillBook &book, Session &session, Pace &pace, OutFolder &folder,
           const UserNames &users, const std::stop_token &stop)
        : m_order(order)
        , m_book(book)
        , m_session(session)
        , m_pace(pace)
        , m_folder(folder)
        , m_users(users)
        , m_stop(stop)
    {
    }
    Result<Written> write();

private:
    template <typename Row>
    using Each = Result<void> (*)(Session &, const UserNames &, const Take<Row> &);
    template <typename Row>
    Result<void> records(const char *name, const QByteArray &head, Each<Row> each);
    template <typename Row>
    Result<void> derived(const char *name, const QList<Row> &rows);
    void tellProgress();
    Result<void> readBook();
    Result<void> readAbout();
    QJsonObject summaryOf(const Reckoning::Sums &sums) const;

    const Order &m_order;
    const StillBook &m_book;
    Session &m_session;
    Pace &m_pace;
    OutFolder &m_folder;
    const UserNames &m_users;
    const std::stop_token &m_stop;
    Reckoning m_reckoning;
    About m_about;
    qint64 m_rows = 0;
};

template <typename Row>
Result<void> Writer::records(const char *name, const QByteArray &head, Each<Row> each)
{
    return m_folder.write(QString::fromLatin1(name), [&](OutFile &file) -> Result<void> {
        file.add(head.toStdString());
        const auto read = each(m_session, m_users, [&](const Row &row) {
            m_reckoning.take(row);
            m_pace.step();
            tellProgress();
            return file.add(lineOf(row)) && !m_stop.stop_requested();
        });
        if (read && m_stop.stop_requested())
            return failure(Trouble::Conflict, QStringLiteral("stopped"));
        return read ? read : cannotRead(m_order.database, read.error());
    });
}

void Writer::tellProgress()
{
    constexpr qint64 rowsPerWord = 5000;
    if (++m_rows % rowsPerWord != 0 || !m_order.progress)
        return;
    const BookCounts &all = m_about.counts;
    m_order.progress(m_rows, std::max(m_rows, all.coupons + all.doubts + all.refusals + all.audit));
}

template <typename Row>
Result<void> Writer::derived(const char *name, const QList<Row> &rows)
{
    return m_folder.write(QString::fromLatin1(name), [&](OutFile &file) {
        file.add(headOf<Row>().toStdString());
        for (const Row &row : rows)
            file.add(lineOf(row));
        return Result<void>{};
    });
}

Result<void> Writer::readAbout()
{
    const auto name = book::meta(m_session, "book");
    const auto times = book::meta(m_session, SaleTimes::field);
    const auto since = book::meta(m_session, refusalsKnownSince);
    const auto counts = countBook(m_session);
    for (const Error *error : {name ? nullptr : &name.error(), times ? nullptr : &times.error(),
                               since ? nullptr : &since.error(), counts ? nullptr : &counts.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    constexpr qint64 namedSince = 5; // A copy of an earlier book has got a name that is not its own.
    if (m_book.schema() >= namedSince)
        m_about.bookName = QString::fromUtf8(*name);
    m_about.times = SaleTimes::parse(*times);
    m_about.refusalsKnownSince = since->toLongLong();
    m_about.counts = *counts;
    return {};
}

Result<void> Writer::readBook()
{
    return m_session.snapshot([&]() -> Result<void> {
        // Its counts must not take every processor from a sale beside it.
        if (m_session.engine() == DatabaseUrl::Engine::Postgresql) {
            const auto alone =
                m_session.execute(QStringLiteral("SET LOCAL max_parallel_workers_per_gather = 0"));
            if (!alone)
                return cannotRead(m_order.database, alone.error());
        }
        if (const auto about = readAbout(); !about)
            return cannotRead(m_order.database, about.error());
        auto done = records<DoubtRow>(name::doubts, headOf<DoubtRow>(), &eachDoubt);
        if (done)
            done = records<CouponRow>(name::coupons, headOf<CouponRow>(), &eachCoupon);
        if (done)
            done = records<RefusalRow>(name::refusals, headOf<RefusalRow>(), &eachRefusal);
        if (done)
            done = records<AuditEntry>(name::audit, {}, &eachAudit);
        return done;
    });
}

QJsonObject Writer::summaryOf(const Reckoning::Sums &sums) const
{
    const auto when = [](WallMs at) {
        return at == 0 ? QJsonValue() : QJsonValue(QString::fromLatin1(timeText(at)));
    };
    QJsonObject book = m_about.counts.toJson();
    book["name"] = m_about.bookName;
    book["refusalsKnownSince"] = when(m_about.refusalsKnownSince);
    return {{"format", summaryFormat},
            {"written", when(QDateTime::currentMSecsSinceEpoch())},
            {"sale", QJsonObject{{"name", m_order.saleName},
                                 {"mode", m_order.saleLive ? "live" : "test"},
                                 {"opensAt", when(m_about.times.opensAt)},
                                 {"closesAt", when(m_about.times.closesAt)}}},
            {"versions", QJsonObject{{"seonchak", m_order.program},
                                     {"schema", m_book.schema()},
                                     {"database", m_book.engine()},
                                     {"qt", QString::fromLatin1(qVersion())}}},
            {"pseudonyms", m_users.areHidden()},
            {"book", book},
            {"records", sums.json}};
}

Result<Written> Writer::write()
{
    if (const auto read = readBook(); !read)
        return std::unexpected(read.error());
    if (const auto still = m_book.stayedStill(); !still)
        return failure(still.error().trouble, still.error().detail, {stillbook::inUse, bookTrouble});
    const auto sums = m_reckoning.finish(m_about.counts);
    const QJsonObject summary = summaryOf(sums);
    auto done = derived(name::stock, sums.stock);
    if (done)
        done = derived(name::refusalSeconds, sums.refusals);
    if (done)
        done = m_folder.write(QString::fromLatin1(name::settings), QJsonDocument(m_order.settings).toJson());
    if (done)
        done = m_folder.write(QString::fromLatin1(name::summary), QJsonDocument(summary).toJson());
    if (done)
        done =
            m_folder.write(QString::fromLatin1(name::page), pageOf(summary, m_order.settings, sums.picture));
    if (done)
        done = m_folder.seal();
    if (!done)
        return std::unexpected(done.error());
    const auto coupons = sums.json["coupons"].toObject();
    return Written{coupons["generated"].toInteger(), coupons["issued"].toInteger(),
                   sums.json["findings"].toObject()["sound"].toBool()};
}

} // namespace

Result<Written> write(const Order &order, const std::stop_token &stop)
{
    const auto book = openBook(order.database);
    if (!book)
        return std::unexpected(book.error());
    auto session = Session::open(book->url());
    if (!session)
        return cannotRead(order.database, session.error());
    auto folder = OutFolder::take(order.out);
    if (!folder)
        return std::unexpected(folder.error());
    const Result<UserNames> users =
        order.keyFile.isEmpty() ? Result<UserNames>(UserNames()) : UserNames::withNewKey(order.keyFile);
    if (!users)
        return std::unexpected(users.error());
    auto watch = Session::open(book->url()); // Its looks must not be those of the snapshot.
    if (!watch)
        return cannotRead(order.database, watch.error());
    Pace pace(groundOf(**watch, book->url().path));
    auto written = Writer(order, *book, **session, pace, *folder, *users, stop).write();
    if (!written && users->areHidden())
        QFile::remove(order.keyFile);
    return written;
}

} // namespace seonchak::dossier
