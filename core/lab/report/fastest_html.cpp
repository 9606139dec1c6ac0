// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/fastest_html.h"

#include "core/record/html_parts.h"

#include <array>
#include <utility>

namespace seonchak::lab {

namespace {

QString ko(const char *text)
{
    return QString::fromUtf8(text);
}

/// Why no fastest strategy is named, in Korean and in English.
std::pair<QString, QString> reasonOf(const QString &why)
{
    struct Reason
    {
        const char *why;
        const char *korean;
        const char *english;
    };
    static constexpr std::array reasons{
        Reason{"not-run", "이 종류는 실행하지 않음", "none of this kind was run"},
        Reason{"schedule", "정해진 속도로 보냈으므로 속도는 서버의 것이 아님",
               "the rate was the schedule's, not the server's"},
        Reason{"generator", "부하 발생기가 병목이었음", "the generator was the bottleneck"},
        Reason{"none-sound", "틀림없는 것이 없음", "none was sound"},
        Reason{"alone", "견줄 다른 틀림없는 전략이 없음", "there is no other sound one to compare it with"},
        Reason{"few-repeats", "반복이 5회보다 적음", "fewer than 5 repeats"},
        Reason{"overlap", "반복 사이의 흔들림이 차이를 덮음", "the repeats overlap"},
    };
    for (const Reason &reason : reasons) {
        if (why == QLatin1String(reason.why))
            return {ko("말할 수 없음 (%1)").arg(ko(reason.korean)),
                    QStringLiteral("none is named (%1)").arg(QLatin1String(reason.english))};
    }
    return {ko("말할 수 없음"), QStringLiteral("none is named")};
}

} // namespace

QString fastestHtml(const QJsonObject &verdict)
{
    const auto sentence = [&](const char *group, const char *korean, const char *english) {
        const auto name =
            verdict.value(QStringLiteral("fastestSound")).toObject().value(QLatin1String(group));
        const auto why =
            verdict.value(QStringLiteral("whyNone")).toObject().value(QLatin1String(group)).toString();
        const auto [nobody, none] = reasonOf(why);
        return QStringLiteral("<p>%1</p>")
            .arg(html::both(ko(korean).arg(name.isString() ? name.toString() : nobody),
                            ko(english).arg(name.isString() ? name.toString() : none)));
    };
    return sentence("withStoreCall", "편의점 API를 부르면서 틀림없는 전략 가운데 가장 빠른 것: %1",
                    "The fastest sound one that calls the store: %1") +
           sentence("withoutStoreCall", "부르지 않으면서 틀림없는 전략 가운데 가장 빠른 것: %1",
                    "The fastest sound one that does not: %1");
}

} // namespace seonchak::lab
