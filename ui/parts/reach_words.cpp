// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/reach_words.h"

#include <array>

namespace seonchak {

namespace {

struct Meaning
{
    const char *signs; ///< parts of what libraries say, parted by |, in small letters
    const char *words;
};

/// The first that fits counts: what is more exact stands above.
constexpr std::array reachMeanings{
    Meaning{"wrongpass|noauth|authentication failed|no password supplied|invalid password|invalid username",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "The user or the password is wrong or missing.")},
    Meaning{"noperm|permission denied for",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "This user may not do what the sale needs.")},
    Meaning{"protocol error|reply type byte|but received|invalid response|weird server|http/0.9|"
            "unsupported protocol|returned nothing|closed the connection unexpectedly",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Another kind of service answers at this address.")},
    Meaning{"certificate|ssl|tls",
            QT_TRANSLATE_NOOP("seonchak::ReachWords",
                              "No encrypted connection comes about: the certificate or TLS does not fit.")},
    Meaning{"timed out|timeout|no answer in time|in time",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Nobody answers in time.")},
    Meaning{"name or service not known|resolve|translate host name|host not found|name resolution|"
            "nodename",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "There is no host of this name.")},
    Meaning{"refused|couldn't connect|could not connect to server",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Nothing listens at this address and port.")},
    Meaning{"unreachable|no route",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "There is no way to this address in the network.")},
    Meaning{"does not exist",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "There is no such database or user.")},
    Meaning{"no such file", QT_TRANSLATE_NOOP("seonchak::ReachWords", "There is no such file or socket.")},
    Meaning{
        "no space left|disk is full|oom command|out of memory|not enough space|quota exceeded",
        QT_TRANSLATE_NOOP("seonchak::ReachWords", "There is no room left: its memory or its disk is full.")},
    Meaning{"is locked|lock timeout|database table is locked",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Another program keeps it locked.")},
    Meaning{"i/o error|input/output error",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Its disk could not be read or written.")},
    Meaning{"malformed|not a database|corrupt",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Its file is damaged.")},
    Meaning{"misconf", QT_TRANSLATE_NOOP("seonchak::ReachWords",
                                         "Redis cannot save to its disk, and takes no writes until it can.")},
    Meaning{"noreplicas|not enough good replicas|not enough good slaves",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "Too few replicas follow it.")},
    Meaning{"loading redis|is loading",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "It is still reading its data from the disk.")},
    Meaning{"read-only replica|read only replica|read-only transaction|hot standby|recovery",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "It is a replica or a standby and can only be read.")},
    Meaning{"keychain",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "The keychain did not take it. Unlock it.")},
    Meaning{"server ended|ended in the race|ended before|server was killed",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "The server that was started for it has ended.")},
    Meaning{"cannot write|cannot be written|permission denied|read-only|readonly",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "It is not there, or may not be written.")},
    Meaning{"redis-server",
            QT_TRANSLATE_NOOP("seonchak::ReachWords", "The program redis-server is missing.")},
};

} // namespace

QString ReachWords::sentence(const QString &raw)
{
    const QString small = raw.toLower();
    for (const auto &meaning : reachMeanings) {
        for (const auto &sign : QString::fromLatin1(meaning.signs).split(QLatin1Char('|'))) {
            if (small.contains(sign))
                return tr(meaning.words);
        }
    }
    return {};
}

QString ReachWords::because(const QString &raw)
{
    const QString words = sentence(raw);
    return words.isEmpty() ? raw : QStringLiteral("%1 (%2)").arg(words, raw);
}

QString ReachWords::told(const QString &raw)
{
    if (const QString words = sentence(raw); !words.isEmpty())
        return words;
    //: The language of this window, as its code: "ko" in the Korean file.
    if (tr("en") != QLatin1String("en"))
        return tr("What was said about it is in English: rest the pointer here to read it.");
    QString text = raw.trimmed();
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

QString ReachWords::nextStart(const QString &key)
{
    if (key == QLatin1String("redis"))
        return tr("After the next start nobody gets a coupon, and everybody who asks is answered 503, until "
                  "Redis is reached.");
    if (key == QLatin1String("database"))
        return tr("After the next start nobody gets a coupon, and everybody who asks is answered 503, until "
                  "the database is reached.");
    return tr("After the next start every coupon is put back and everybody who asks is refused, until the "
              "store is reached.");
}

} // namespace seonchak
