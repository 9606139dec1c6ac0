// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_tokens.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace seonchak {

namespace {

struct RoleWord
{
    Role role;
    const char *name;
};
constexpr std::array roleWords{RoleWord{Role::Viewer, "viewer"}, RoleWord{Role::Operator, "operator"},
                               RoleWord{Role::Admin, "admin"}, RoleWord{Role::Issuer, "issuer"}};

/// The trail and the list of tokens are lines of text, and the trail appends an address in brackets to a
/// name.
bool mayStandInName(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return c != U'(' && c != U')';
    }
}

std::unexpected<Error> nameTaken(const QString &name)
{
    return failure(Trouble::Conflict, QStringLiteral("there is a token named \"%1\" already").arg(name));
}

} // namespace

QString roleName(Role role)
{
    const auto *word = std::ranges::find(roleWords, role, &RoleWord::role);
    return word == roleWords.end() ? QStringLiteral("none") : QString::fromLatin1(word->name);
}

Role roleFromName(const QString &name)
{
    for (const auto &word : roleWords) {
        if (name == QLatin1String(word.name))
            return word.role;
    }
    return Role::None;
}

QStringList roleNames()
{
    QStringList names;
    for (const auto &word : roleWords)
        names.append(QString::fromLatin1(word.name));
    return names;
}

QByteArray tokenHash(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QByteArray freshToken()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof(random)));
    return "seonchak_" + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<QString> tokenName(const QString &given)
{
    const QString name = given.normalized(QString::NormalizationForm_C);
    const auto letters = name.toUcs4();
    if (letters.isEmpty() || letters.size() > book::tokenNameMost)
        return failure(Trouble::BadInput,
                       QStringLiteral("a token's name has 1 to %1 characters").arg(book::tokenNameMost));
    const auto fits = [](uint c) { return mayStandInName(char32_t(c)); };
    if (!name.isValidUtf16() || !std::ranges::all_of(letters, fits))
        return failure(Trouble::BadInput, QStringLiteral("a token's name is one line of visible characters "
                                                         "without brackets"));
    if (name.trimmed() != name || name.startsWith(QLatin1Char('-')))
        return failure(Trouble::BadInput,
                       QStringLiteral("a token's name does not begin or end with a blank, nor begin with -"));
    return name;
}

TokensFound lookForTokens(const DatabaseUrl &url)
{
    constexpr qint64 firstSchemaWithTokens = 8;
    if (url.engine == DatabaseUrl::Engine::Sqlite && !QFileInfo::exists(url.path))
        return TokensFound::None; // Opening it would create it.
    const auto session = Session::open(url);
    const auto version = session ? schemaVersion(**session) : std::unexpected(session.error());
    if (!version)
        return TokensFound::Unknown;
    if (*version < firstSchemaWithTokens)
        return TokensFound::None;
    const auto count = number(**session, QStringLiteral("SELECT count(*) FROM token"));
    if (!count)
        return TokensFound::Unknown;
    return *count > 0 ? TokensFound::Some : TokensFound::None;
}

namespace book {

Result<QList<TokenRow>> tokens(Session &session)
{
    QList<TokenRow> rows;
    const auto read =
        eachRow(session, QStringLiteral("SELECT name, role, hash, created_at, last_used FROM token"), {},
                [&](const QSqlQuery &row) {
                    rows.append({row.value(0).toString(), roleFromName(row.value(1).toString()),
                                 QByteArray::fromHex(row.value(2).toByteArray()), row.value(3).toLongLong(),
                                 row.value(4).toLongLong()});
                });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(rows, {}, &TokenRow::name); // Sorted here, because the engines sort differently.
    return rows;
}

Result<void> addToken(Session &session, const TokenRow &row)
{
    return session.transaction([&]() -> Result<void> {
        const auto present = tokens(session);
        if (!present)
            return std::unexpected(present.error());
        if (present->size() >= tokensMost)
            return failure(
                Trouble::BadInput,
                QStringLiteral("there are %1 tokens already, which is the most").arg(present->size()));
        for (const auto &one : *present) {
            if (one.name.compare(row.name, Qt::CaseInsensitive) == 0)
                return nameTaken(one.name);
        }
        const auto written = affected(
            session,
            QStringLiteral(
                "INSERT INTO token (hash, name, role, created_at, last_used) VALUES (?, ?, ?, ?, 0)"),
            {QString::fromLatin1(row.hash.toHex()), row.name, roleName(row.role), row.createdAt});
        if (!written && written.error().trouble == Trouble::Conflict)
            return nameTaken(row.name); // Another program was faster.
        return withoutCount(written);
    });
}

Result<void> revokeToken(Session &session, const QString &name)
{
    const auto gone = affected(session, QStringLiteral("DELETE FROM token WHERE name = ?"), {name});
    if (gone && *gone == 0)
        return failure(Trouble::NotFound, QStringLiteral("there is no token named \"%1\"").arg(name));
    return withoutCount(gone);
}

Result<void> noteTokenUse(Session &session, const QByteArray &hash, WallMs at)
{
    return withoutCount(
        affected(session, QStringLiteral("UPDATE token SET last_used = ? WHERE hash = ? AND last_used < ?"),
                 {at, QString::fromLatin1(hash.toHex()), at}));
}

} // namespace book

} // namespace seonchak
