// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/access_option_rows.h"

#include "app/options/option_readers.h"

namespace seonchak {

namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = Option::Kind;
using option::numberRow;

Option adminTokenFileRow()
{
    return {
        .name = u"admin-token-file"_s,
        .valueName = u"FILE"_s,
        .defaultText = u"none"_s,
        .help = u"bearer token of the administration (mode 0600)"_s,
        .explanation =
            u"A file that holds the bearer token of the administration, in one line. It must be readable "
            "by its owner alone (mode 0600); its holder is the admin named admin. Named tokens are added "
            "with seonchakd token. Without any token, administration is open to this machine only."_s,
        .read = option::pathInto(&RawSettings::adminTokenFile),
        .example = u"/etc/seonchak/admin-token"_s,
        .page = {"server", Kind::Path, true},
        .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Admin token file"),
        .hint = QT_TRANSLATE_NOOP(
            "seonchak::SettingWords",
            "A file with the token for administration over REST. Only its owner may read it (mode 0600)."),
        .accepted = QT_TRANSLATE_NOOP(
            "seonchak::SettingWords",
            "The file must exist, hold the token, and be readable by its owner alone (chmod 600)."),
        .apart = {Option::Apart::Kind::Token, QT_TRANSLATE_NOOP("seonchak::SettingWords", "Admin token"),
                  QT_TRANSLATE_NOOP(
                      "seonchak::SettingWords",
                      "The token itself, kept like a password. It counts where no token file is given.")}};
}

Option requireIssuerTokenRow()
{
    return {.name = u"require-issuer-token"_s,
            .valueName = u"on|off"_s,
            .defaultText = u"off"_s,
            .help = u"issuing needs a token of an issuer or an admin"_s,
            .explanation = u"on or off; without a value: on. If on, issuing needs a "
                           "token as well, of the role issuer or admin."_s,
            .read = option::onOff([](Settings &to, bool on) { to.server.requireIssuerToken = on; }),
            .choices = {{u"off"_s}, {u"on"_s}},
            .isSwitch = true,
            .page = {"server", Kind::Choice},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Issuing needs a token"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "On, coupons are issued to those alone who have a token of an issuer or an admin.")};
}

QList<Option> tokenOptions()
{
    return {adminTokenFileRow(), requireIssuerTokenRow()};
}

Option rateLimitRow()
{
    return numberRow(
        {.name = u"rate-limit"_s,
         .valueName = u"N"_s,
         .defaultText = u"1000"_s,
         .help = u"requests a second with one token, except issuing; 0: any number"_s,
         .explanation = u"How many requests a second, except issuing, may come with one token, %1. "
                        "0 means no limit. After a pause, the requests of five seconds may come at once."_s,
         .range = {0, 1'000'000},
         .page = {"server", Kind::Number},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Requests a second, each token"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "More are answered 429 and may come again later. Issuing does not count. 0: any number.")},
        [](Settings &to, qint64 n) { to.server.rates.administration = int(n); });
}

Option issueRateLimitRow()
{
    return numberRow(
        {.name = u"issue-rate-limit"_s,
         .valueName = u"N"_s,
         .defaultText = u"0"_s,
         .help = u"requests a second to issue, from one address or with one token; 0: any number"_s,
         .explanation = u"How many requests a second to issue may come from one address, or with one token "
                        "where require-issuer-token is on, %1. 0 means no limit. After a pause, "
                        "the requests of five seconds may come at once. Many people may share one address."_s,
         .range = {0, 1'000'000},
         .page = {"server", Kind::Number},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Issues a second, each address"),
         .hint =
             QT_TRANSLATE_NOOP("seonchak::SettingWords",
                               "More are answered 429. Many people may share one address. 0: any number.")},
        [](Settings &to, qint64 n) { to.server.rates.issuing = int(n); });
}

QList<Option> rateOptions()
{
    return {rateLimitRow(), issueRateLimitRow()};
}

Option allowHostRow()
{
    return {.name = u"allow-host"_s,
            .valueName = u"NAME"_s,
            .defaultText = u"loopback names and the listen address; on all addresses each of them"_s,
            .help = u"accepted Host value; repeatable"_s,
            .explanation =
                u"A name under which the server may be asked (the Host of a request): name the public one "
                "when a proxy stands in front. Repeatable; several values are separated by commas."_s,
            .read = option::allowHost,
            .example = u"coupons.example.com"_s,
            .repeatable = true,
            .page = {"server", Kind::List, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Accepted host names"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                      "Host names that requests may be addressed to, parted by commas."),
            .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                          "Host names without spaces and slashes, parted by commas.")};
}

Option trustedProxyRow()
{
    return {
        .name = u"trusted-proxy"_s,
        .valueName = u"ADDRESS"_s,
        .defaultText = u"none"_s,
        .help = u"peer whose Forwarded and X-Forwarded-* are believed, or a network of such; repeatable"_s,
        .explanation =
            u"The address or network of a proxy whose Forwarded and X-Forwarded-* headers are believed. "
            "From anybody else, a request with such a header does not count as local. Repeatable; "
            "several values are separated by commas."_s,
        .read = option::trustedProxy,
        .example = u"127.0.0.1"_s,
        .repeatable = true,
        .page = {"server", Kind::List, true},
        .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Trusted proxies"),
        .hint =
            QT_TRANSLATE_NOOP("seonchak::SettingWords",
                              "Addresses or networks of the proxies that say truly who a request is from."),
        .accepted = QT_TRANSLATE_NOOP(
            "seonchak::SettingWords",
            "Addresses such as 192.0.2.1 or networks such as 10.0.0.0/8, parted by commas.")};
}

QList<Option> nameOptions()
{
    return {allowHostRow(), trustedProxyRow()};
}

} // namespace

QList<Option> accessOptions()
{
    return tokenOptions() + rateOptions() + nameOptions();
}

} // namespace seonchak
