// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/access_option_rows.h"

#include "app/options/option_readers.h"

namespace seonchak {

namespace {

using Kind = Option::Kind;

QString plain(const char *text)
{
    return QString::fromUtf8(text);
}

QList<Option> tokenOptions()
{
    return {
        {.name = plain("admin-token-file"),
         .valueName = plain("FILE"),
         .defaultText = plain("none"),
         .help = plain("bearer token of the administration (mode 0600)"),
         .explanation = plain(
             "A file that holds the bearer token of the administration, in one line. It must be readable "
             "by its "
             "owner alone (mode 0600); its holder is the admin named admin. Named tokens are added with "
             "seonchakd token. Without any token, administration is open to this machine only."),
         .read = option::pathInto(&RawSettings::adminTokenFile),
         .example = plain("/etc/seonchak/admin-token"),
         .page = {"server", Kind::Path, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Admin token file"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "A file with the token for administration over REST. Only its owner may read it (mode 0600).")},
        {.name = plain("require-issuer-token"),
         .valueName = plain("on|off"),
         .defaultText = plain("off"),
         .help = plain("issuing needs a token of an issuer or an admin"),
         .explanation =
             plain("on or off, and on where the option stands without a value. On, issuing needs a "
                   "token as well, of the role issuer or admin."),
         .read = option::onOff([](Settings &to, bool on) { to.server.requireIssuerToken = on; }),
         .choices = {plain("off"), plain("on")},
         .isSwitch = true,
         .page = {"server", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Issuing needs a token"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "On, coupons are issued to those alone who have a token of an issuer or an admin.")},
    };
}

QList<Option> rateOptions()
{
    return {
        {.name = plain("rate-limit"),
         .valueName = plain("N"),
         .defaultText = plain("1000"),
         .help = plain("requests a second with one token, but for issuing; 0: any number"),
         .explanation =
             plain("How many requests a second, but for issuing, may come with one token, 0 to 1000000. "
                   "0 is any number. After a pause five seconds' may come at once."),
         .read = option::number(0, 1'000'000,
                                [](Settings &to, qint64 n) { to.server.rates.administration = int(n); }),
         .page = {"server", Kind::Number, 0, 1'000'000},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Requests a second, each token"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "More are answered 429 and may come again later. Issuing does not count. 0: any number.")},
        {.name = plain("issue-rate-limit"),
         .valueName = plain("N"),
         .defaultText = plain("0"),
         .help = plain("requests a second to issue, from one address or with one token; 0: any number"),
         .explanation =
             plain("How many requests a second to issue may come from one address, or with one token "
                   "where require-issuer-token is on, 0 to 1000000. 0 is any number. After a pause "
                   "five seconds' may come at once. Many people may share one address."),
         .read =
             option::number(0, 1'000'000, [](Settings &to, qint64 n) { to.server.rates.issuing = int(n); }),
         .page = {"server", Kind::Number, 0, 1'000'000},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Issues a second, each address"),
         .hint =
             QT_TRANSLATE_NOOP("seonchak::SettingWords",
                               "More are answered 429. Many people may share one address. 0: any number.")},
    };
}

QList<Option> nameOptions()
{
    return {
        {.name = plain("allow-host"),
         .valueName = plain("NAME"),
         .defaultText = plain("loopback names and the listen address; on all addresses each of them"),
         .help = plain("accepted Host value; repeatable"),
         .explanation =
             plain("A name under which the server may be asked (the Host of a request): name the public one "
                   "when a proxy stands in front. Repeatable; several values are separated by commas."),
         .read = option::allowHost,
         .example = plain("coupons.example.com"),
         .repeatable = true,
         .page = {"server", Kind::List, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Accepted host names"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "Host names that requests may be addressed to, parted by commas.")},
        {.name = plain("trusted-proxy"),
         .valueName = plain("ADDRESS"),
         .defaultText = plain("none"),
         .help =
             plain("peer whose Forwarded and X-Forwarded-* are believed, or a network of such; repeatable"),
         .explanation = plain(
             "The address or network of a proxy whose Forwarded and X-Forwarded-* headers are believed. From "
             "anybody else, a request with such a header does not count as local. Repeatable; several values "
             "are "
             "separated by commas."),
         .read = option::trustedProxy,
         .example = plain("127.0.0.1"),
         .repeatable = true,
         .page = {"server", Kind::List, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Trusted proxies"),
         .hint =
             QT_TRANSLATE_NOOP("seonchak::SettingWords",
                               "Addresses or networks of the proxies that say truly who a request is from.")},
    };
}

} // namespace

QList<Option> accessOptions()
{
    return tokenOptions() + rateOptions() + nameOptions();
}

} // namespace seonchak
