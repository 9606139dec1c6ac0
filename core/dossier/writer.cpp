// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/writer.h"

#include "core/database/book/book_rebuild.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/row_stream.h"
#include "core/dossier/book_rows.h"
#include "core/dossier/cells.h"
#include "core/dossier/out_folder.h"
#include "core/dossier/pace.h"
#include "core/dossier/page.h"
#include "core/issue/ground/sale_times.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

namespace seonchak::dossier {

namespace {

/// What the summary says beside the sums of the records.
struct About
{
    QString bookName;
    QString engine;
    qint64 schema = 0;
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

Result<std::unique_ptr<Session>> openBook(const DatabaseUrl &url)
{
    // SQLite would make an empty one.
    if (url.engine == DatabaseUrl::Engine::Sqlite && !QFileInfo(url.path).isFile())
        return ofDatabase(Trouble::NotFound, QStringLiteral("there is no database %1").arg(url.path));
    auto session = Session::open(url);
    if (!session)
        return cannotRead(url, session.error());
    const auto version = schemaVersion(**session);
    const qint64 ours = newestSchema(url.engine);
    if (!version)
        return cannotRead(url, version.error());
    if (*version == 0)
        return ofDatabase(Trouble::NotFound,
                          QStringLiteral("the database %1 holds no book").arg(url.masked()));
    if (*version > ours)
        return ofDatabase(
            Trouble::BadInput,
            QStringLiteral("the database has schema version %1, this program knows up to %2: use the "
                           "program that the sale runs on")
                .arg(*version)
                .arg(ours));
    if (*version < ours)
        return ofDatabase(
            Trouble::BadInput,
            QStringLiteral("the database has schema version %1, this program needs %2: use the program "
                           "that the sale ran on, or start this one's server once, which brings it up "
                           "to date")
                .arg(*version)
                .arg(ours));
    return session;
}

/// One dossier on its way from the book into the folder.
class Writer
{
public:
    Writer(const Order &order, Session &session, Pace &pace, OutFolder &folder, const UserNames &users,
           const std::stop_token &stop)
        : m_order(order)
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
    const bool sqlite = m_session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto engine =
        streamRows(m_session,
                   sqlite ? QStringLiteral("SELECT 'SQLite ' || sqlite_version()")
                          : QStringLiteral("SELECT 'PostgreSQL ' || current_setting('server_version')"),
                   [&](const QSqlQuery &row) {
                       m_about.engine = row.value(0).toString();
                       return true;
                   });
    if (!engine)
        return engine;
    const auto version = schemaVersion(m_session);
    const auto name = book::meta(m_session, "book");
    const auto times = book::meta(m_session, SaleTimes::field);
    const auto since = book::meta(m_session, "refusals_known_since");
    const auto counts = countBook(m_session);
    for (const Error *error : {version ? nullptr : &version.error(), name ? nullptr : &name.error(),
                               times ? nullptr : &times.error(), since ? nullptr : &since.error(),
                               counts ? nullptr : &counts.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    m_about.schema = *version;
    m_about.bookName = QString::fromUtf8(*name);
    m_about.times = SaleTimes::parse(*times);
    m_about.refusalsKnownSince = since->toLongLong();
    m_about.counts = *counts;
    return {};
}

Result<void> Writer::readBook()
{
    return m_session.snapshot([&]() -> Result<void> {
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
                                     {"schema", m_about.schema},
                                     {"database", m_about.engine},
                                     {"qt", QString::fromLatin1(qVersion())}}},
            {"pseudonyms", m_users.areHidden()},
            {"book", book},
            {"records", sums.json}};
}

Result<Written> Writer::write()
{
    if (const auto read = readBook(); !read)
        return std::unexpected(read.error());
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
        done = m_folder.write(QString::fromLatin1(name::page), pageOf(summary, m_order.settings, sums.stock));
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
    auto session = openBook(order.database);
    if (!session)
        return std::unexpected(session.error());
    auto folder = OutFolder::take(order.out);
    if (!folder)
        return std::unexpected(folder.error());
    const Result<UserNames> users =
        order.keyFile.isEmpty() ? Result<UserNames>(UserNames()) : UserNames::withNewKey(order.keyFile);
    if (!users)
        return std::unexpected(users.error());
    auto watch = Session::open(order.database); // Its looks must not be those of the snapshot.
    if (!watch)
        return cannotRead(order.database, watch.error());
    Pace pace(groundOf(**watch, order.database.path));
    auto written = Writer(order, **session, pace, *folder, *users, stop).write();
    if (!written && users->areHidden())
        QFile::remove(order.keyFile);
    return written;
}

} // namespace seonchak::dossier
