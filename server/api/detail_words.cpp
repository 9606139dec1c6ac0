// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/detail_words.h"

#include <QRegularExpression>

#include <array>
#include <vector>

namespace seonchak::http {

namespace {

struct DetailRow
{
    const char *english; ///< %1, %2 … stand for what differs
    const char *korean;
};

constexpr std::array details{
    DetailRow{"a coupon must be an object with a code", "쿠폰은 code가 있는 객체여야 합니다."},
    DetailRow{"unknown field \"%1\"", "알 수 없는 필드입니다: \"%1\""},
    DetailRow{"code must be a text", "code는 문자열이어야 합니다."},
    DetailRow{"a code has 1 to 64 bytes of text, no white space, no control and no invisible characters",
              "코드는 1~64바이트이고 공백, 제어 문자, 보이지 않는 문자가 없어야 합니다."},
    DetailRow{"%1 must be an integer from %2 to %3", "%1 값은 %2에서 %3 사이의 정수여야 합니다."},
    DetailRow{"prefix must be a text of at most 32 bytes, with no white space, no control and no invisible "
              "characters",
              "prefix는 32바이트 이하의 문자열이고 공백, 제어 문자, 보이지 않는 문자가 없어야 합니다."},
    DetailRow{"the list is empty", "목록이 비어 있습니다."},
    DetailRow{"the body must be an object", "본문은 JSON 객체여야 합니다."},
    DetailRow{"codes of length %1 are too few for %2 coupons",
              "길이 %1의 코드로는 쿠폰 %2장을 만들 수 없습니다."},
    DetailRow{"the codes of this shape are used up", "이 모양의 코드를 모두 썼습니다."},
    DetailRow{"the body must be {\"choice\":\"adopt\"} or {\"choice\":\"discard\"}",
              "본문은 {\"choice\":\"adopt\"} 또는 {\"choice\":\"discard\"}여야 합니다."},
    DetailRow{"%1 at byte %2", "%2바이트 위치에서 JSON이 올바르지 않습니다 (%1)."},
    DetailRow{"the key \"%1\" stands twice", "키가 두 번 나옵니다: \"%1\""},
    DetailRow{"between 1 and %1 coupons are voided at once", "한 번에 1장에서 %1장까지 폐기할 수 있습니다."},
    DetailRow{"the body must be {\"ids\":[…]} with 1 to %1 ids",
              "본문은 {\"ids\":[…]}이고 id는 1개에서 %1개까지여야 합니다."},
    DetailRow{"an id must be a positive integer", "id는 양의 정수여야 합니다."},
    DetailRow{"the body must be {\"detail\":\"…\",\"result\":\"…\"}, one line of at most %1 characters each",
              "본문은 {\"detail\":\"…\",\"result\":\"…\"}이고 값은 각각 %1자 이하의 한 줄이어야 합니다."},
    DetailRow{
        "the body must be {\"desk\":\"…\",\"doubts\":[…]}, the desk 1 to 64 letters, digits or hyphens, with "
        "at most %1 doubts",
        "본문은 {\"desk\":\"…\",\"doubts\":[…]}이고 desk는 1~64자의 영문자, 숫자, 하이픈, doubts는 %1개 "
        "이하여야 "
        "합니다."},
    DetailRow{"a reservation must be a positive integer, as text",
              "예약 번호는 문자열로 적은 양의 정수여야 합니다."},
    DetailRow{"Host \"%1\" is not allowed; add it with --allow-host.",
              "허용하지 않은 Host입니다: \"%1\". --allow-host로 추가해 주세요."},
    DetailRow{"query: %1", "쿼리 값이 올바르지 않습니다: %1"},
};

struct Pattern
{
    QRegularExpression english;
    QString korean;
};

std::vector<Pattern> patterns()
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    std::vector<Pattern> made;
    for (const DetailRow &row : details) {
        QStringList parts;
        for (const QString &part : QString::fromUtf8(row.english).split(place))
            parts.append(QRegularExpression::escape(part));
        const QString whole = QRegularExpression::anchoredPattern(parts.join(QStringLiteral("(.*)")));
        made.push_back({QRegularExpression(whole, QRegularExpression::DotMatchesEverythingOption),
                        QString::fromUtf8(row.korean)});
    }
    return made;
}

} // namespace

QString detailFor(Language language, const QString &english)
{
    if (language == Language::English)
        return english;
    static const std::vector<Pattern> known = patterns();
    for (const Pattern &pattern : known) {
        const auto match = pattern.english.match(english);
        if (!match.hasMatch())
            continue;
        QString korean;
        // In one go: what a client sent may look like another place.
        for (qsizetype at = 0; at < pattern.korean.size(); ++at) {
            const bool isPlace = pattern.korean[at] == u'%' && at + 1 < pattern.korean.size();
            korean +=
                isPlace ? match.captured(pattern.korean[++at].digitValue()) : QString(pattern.korean[at]);
        }
        return korean;
    }
    return {};
}

} // namespace seonchak::http
