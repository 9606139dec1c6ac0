// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/preflight_json.h"

#include "core/doctor/doctor.h"
#include "core/wire/json_tools.h"

namespace seonchak::json {

namespace {

constexpr std::array<const char *, 4> statusNames{"ok", "warning", "failed", "skipped"};

} // namespace

QByteArray preflight(const std::vector<doctor::Check> &checks)
{
    QJsonArray list;
    for (const doctor::Check &check : checks) {
        list.append(
            QJsonObject{{QStringLiteral("id"), check.id},
                        {QStringLiteral("status"), QLatin1String(statusNames.at(std::size_t(check.status)))},
                        {QStringLiteral("found"), check.found},
                        {QStringLiteral("cure"), check.cure}});
    }
    return compact({{QStringLiteral("ok"), doctor::isFit(checks)}, {QStringLiteral("checks"), list}});
}

Result<std::vector<doctor::Check>> readPreflight(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    const QJsonArray list = object->value(QLatin1String("checks")).toArray();
    if (list.isEmpty())
        return failure(Trouble::Internal, QStringLiteral("the answer has no checks"));
    std::vector<doctor::Check> checks;
    for (const auto &one : list) {
        const QJsonObject check = one.toObject();
        // An unknown status of a later version must not count as passed.
        const auto status = placeOf(statusNames, textAt(check, QLatin1String("status")));
        checks.push_back({textAt(check, QLatin1String("id")),
                          status ? doctor::Status(*status) : doctor::Status::Failed,
                          textAt(check, QLatin1String("found")), textAt(check, QLatin1String("cure"))});
    }
    return checks;
}

} // namespace seonchak::json
