// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/user_names.h"

#include "core/dossier/trouble.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

namespace seonchak::dossier {

namespace {

constexpr qsizetype digits = 32;

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)};
}

} // namespace

UserNames::UserNames(const QByteArray &key)
    : m_hash(std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256))
{
    constexpr qsizetype block = 64;
    constexpr char innerPad = 0x36;
    constexpr char outerPad = 0x5c;
    for (qsizetype i = 0; i < block; ++i) {
        const char byte = i < key.size() ? key[i] : '\0';
        m_inner += char(byte ^ innerPad);
        m_outer += char(byte ^ outerPad);
    }
}

Result<UserNames> UserNames::withNewKey(const QString &keyFile)
{
    QFile file(keyFile);
    if (file.exists())
        return failure(
            Trouble::Conflict,
            QStringLiteral("%1 is there already, perhaps as the key of another dossier: move it away, "
                           "or choose another name for this one")
                .arg(keyFile),
            {keyIsThere});
    const QByteArray key = randomKey();
    const QByteArray line = key.toHex() + '\n';
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                   QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(line) == line.size() && file.flush();
    if (!written) {
        const QString why = file.errorString();
        if (file.isOpen())
            file.remove();
        return failure(Trouble::Unavailable, QStringLiteral("cannot write %1: %2").arg(keyFile, why),
                       {cannotWrite});
    }
    return UserNames(key);
}

QByteArray UserNames::of(UserId user) const
{
    const QByteArray number = QByteArray::number(user);
    if (!areHidden())
        return number;
    m_hash->reset();
    m_hash->addData(m_inner);
    m_hash->addData(number);
    const QByteArray inner = m_hash->result();
    m_hash->reset();
    m_hash->addData(m_outer);
    m_hash->addData(inner);
    return "p-" + m_hash->result().first(digits / 2).toHex();
}

QString UserNames::in(const QString &text) const
{
    if (!areHidden())
        return text;
    static const QRegularExpression user(
        QStringLiteral("\\busers?(?:[ _]?ids?)?(?::coupon:|[ :=\"']{1,3})(\\d{1,19})\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QString hidden;
    qsizetype from = 0;
    for (auto all = user.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        hidden += text.mid(from, match.capturedStart(1) - from) +
                  QString::fromLatin1(of(match.captured(1).toLongLong()));
        from = match.capturedEnd(1);
    }
    return hidden + text.mid(from);
}

} // namespace seonchak::dossier
