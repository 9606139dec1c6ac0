// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_order.h"

#include "app/options/nearest_name.h"
#include "app/options/option_sources.h"

#include <optional>

namespace seonchak {

namespace {

std::unexpected<Error> unclear(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence + QStringLiteral(" See seonchakd token --help."));
}

/// The arguments, split but not checked.
struct TokenParts
{
    QStringList words; ///< the verb, and the name
    std::optional<QString> role;
    bool json = false;
    QStringList options;
};

Result<TokenParts> partsOf(const QStringList &arguments)
{
    const QString roleOption = QStringLiteral("--role");
    TokenParts parts;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &one = arguments[i];
        const bool hasNext = i + 1 < arguments.size();
        if (one == QLatin1String("--")) {
            parts.words += arguments.mid(i + 1);
            break;
        }
        const bool isRole = one == roleOption || one.startsWith(roleOption + QLatin1Char('='));
        if (isRole && parts.role)
            return unclear(QStringLiteral("--role is given twice: a token has one role."));
        if (one == roleOption && !hasNext)
            return unclear(QStringLiteral("--role needs a value."));
        if (isRole)
            parts.role = one == roleOption ? arguments[++i] : one.mid(roleOption.size() + 1);
        else if (one == QLatin1String("--json"))
            parts.json = true;
        else if (!one.startsWith(QLatin1Char('-')))
            parts.words.append(one);
        else
            parts.options.append(one);
        if (OptionSources::takesValue(one) && hasNext)
            parts.options.append(arguments[++i]);
    }
    return parts;
}

Result<Role> roleOf(const std::optional<QString> &text)
{
    const QString all = roleNames().join(QStringLiteral(", "));
    if (!text)
        return unclear(QStringLiteral("token add needs --role, one of %1.").arg(all));
    const Role role = roleFromName(*text);
    if (role != Role::None)
        return role;
    const QString meant = nearestName(*text, roleNames());
    return unclear(
        QStringLiteral("--role: \"%1\" is none of %2%3.")
            .arg(*text, all, meant.isEmpty() ? QString() : QStringLiteral(": did you mean %1?").arg(meant)));
}

} // namespace

Result<TokenOrder> TokenOrder::parse(const QStringList &arguments)
{
    const QStringList verbs{QStringLiteral("add"), QStringLiteral("list"), QStringLiteral("revoke")};
    const auto parts = partsOf(arguments);
    if (!parts)
        return std::unexpected(parts.error());
    const QString word = parts->words.value(0);
    const auto verb = verbs.indexOf(word);
    if (verb < 0)
        return unclear(QStringLiteral("token: \"%1\" is none of add, list, revoke.").arg(word));
    TokenOrder order{Verb(verb), {}, Role::None, parts->json, parts->options};
    const qsizetype names = order.verb == Verb::List ? 0 : 1;
    if (parts->words.size() != 1 + names)
        return unclear(names == 0 ? QStringLiteral("token list takes no name.")
                                  : QStringLiteral("token %1 takes one name.").arg(word));
    if (parts->json && order.verb != Verb::List)
        return unclear(QStringLiteral("--json is for token list."));
    if (parts->role && order.verb != Verb::Add)
        return unclear(QStringLiteral("--role is for token add."));
    if (names == 0)
        return order;
    const auto name = tokenName(parts->words[1]);
    if (!name)
        return unclear(QStringLiteral("token %1: %2.").arg(word, name.error().detail));
    order.name = *name;
    if (order.verb == Verb::Revoke)
        return order;
    const auto role = roleOf(parts->role);
    if (!role)
        return std::unexpected(role.error());
    order.role = *role;
    return order;
}

} // namespace seonchak
