// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/page_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace seonchak::dossier {

namespace {

constexpr std::array pageWords{
    Words{"live", "실제 판매", "a live sale"},
    Words{"test", "연습 판매", "a test sale"},
    Words{"written", "작성", "written"},
    Words{"opensAt", "시작", "opens"},
    Words{"closesAt", "종료", "closes"},
    Words{"sound", "모든 쿠폰의 행방이 확인되었고, 기록에 어긋난 곳이 없습니다.",
          "Every coupon is accounted for, and the records agree with each other."},
    Words{"unsound", "기록에 어긋난 곳이 있습니다.", "The records do not agree with each other."},
    Words{"couponsMissing", "기록에 없는 쿠폰", "coupons missing in the records"},
    Words{"codesTwice", "두 번 나온 코드", "codes that stand twice"},
    Words{"usersTwice", "쿠폰을 두 장 받은 사용자", "users with two coupons"},
    Words{"idsOutOfOrder", "순서가 어긋난 쿠폰 번호", "coupon numbers out of order"},
    Words{"issuedToNobody", "받은 사람이 없는 발급", "issues to nobody"},
    Words{"issuesWithoutTime", "시각이 없는 발급", "issues without a time"},
    Words{"issuesWithoutCoupon", "쿠폰과 맞지 않는 발급 기록", "issues that match no coupon"},
    Words{"doubtsWithoutCoupon", "쿠폰과 맞지 않는 확인 필요", "doubts that match no coupon"},
    Words{"doubtsUnmatched", "쿠폰 상태와 결과가 다른 확인 필요",
          "doubts that end otherwise than their coupon"},
    Words{"refusalsMissing", "기록에 없는 거절", "refusals missing in the records"},
    Words{"auditMissing", "기록에 없는 감사 항목", "audit entries missing in the records"},
    Words{"auditOutOfOrder", "순서가 어긋난 감사 항목", "audit entries out of order"},
    Words{"generated", "생성", "Generated"},
    Words{"staged", "대기", "Staged"},
    Words{"available", "재고", "Available"},
    Words{"inDoubt", "확인 필요", "In doubt"},
    Words{"issued", "발급", "Issued"},
    Words{"void", "폐기", "Void"},
    Words{"issuedBetween", "첫 발급과 마지막 발급", "first and last issue"},
    Words{"soldOut", "소진", "sold out"},
    Words{"emptiedByHand", "관리자가 비움", "emptied by hand"},
    Words{"notSoldOut", "재고가 소진된 적이 없습니다.", "The stock was never sold out."},
    Words{"at", "시각(UTC)", "at (UTC)"},
    Words{"filledAt", "채운 시각(UTC)", "filled at (UTC)"},
    Words{"taken", "나간 쿠폰", "coupons taken"},
    Words{"peak", "가장 많았던 1초의 쿠폰", "coupons in the busiest second"},
    Words{"count", "쿠폰", "coupons"},
    Words{"issuedAfterDoubt", "확인 필요를 거친 발급", "issued after a doubt"},
    Words{"none", "없음", "none"},
    Words{"rows", "기록", "rows"},
    Words{"times", "횟수", "times"},
    Words{"firstAt", "처음(UTC)", "first (UTC)"},
    Words{"lastAt", "마지막(UTC)", "last (UTC)"},
    Words{"SOLD_OUT", "소진", "sold out"},
    Words{"STORE_FAILED", "편의점 거절", "refused by the store"},
    Words{"TOO_EARLY", "시작 전", "too early"},
    Words{"WHILE_PAUSED", "일시 정지", "while paused"},
    Words{"OUT_OF_ORDER", "장애", "out of order"},
    Words{"CLOSED", "종료 뒤", "closed"},
    Words{"OPEN", "아직 모름", "open"},
    Words{"ISSUED", "발급", "issued"},
    Words{"RESTORED", "재고로 복원", "restored"},
    Words{"SET_ASIDE", "따로 보관", "set aside"},
    Words{"NOT_RECORDED", "기록 없음", "not recorded"},
    Words{"verify", "이 폴더의 검증:", "this folder is checked by"},
};

constexpr Words refusalLatency{"", "거절된 요청의 응답 시간: 데이터베이스에 남지 않습니다.",
                               "How long refused requests took: the book does not keep it."};
constexpr Words waits{
    "", "쿠폰을 받은 사람이 응답을 기다린 시간: 서버만 알고 있으며 데이터베이스에 남지 않습니다.",
    "How long those who got a coupon waited for the answer: only the servers know, the book "
    "does not keep it."};
constexpr Words inFlight{
    "", "작성하는 순간에 발급 중이던 예약: Redis만 알고 있어, 이 쿠폰들은 재고로 세었습니다.",
    "Reservations under way at that instant: only Redis knows them, they count as available."};
constexpr Words asGiven{
    "", "판매 중에 바뀐 설정: 설정은 이 명령이 받은 그대로이며, 변경은 감사 기록에 있습니다.",
    "Settings changed meanwhile: they stand as this command was given them; changes are in the "
    "audit trail."};
constexpr Words between{
    "", "같은 이유로 여러 번 거절된 사용자의 중간 거절이 일어난 초: 처음과 마지막만 남습니다.",
    "The seconds between the first and the last refusal of a user for one reason."};
constexpr Words forgotten{"", "오래된 거절: 기록 한도를 넘어 지워졌습니다.",
                          "The oldest refusals: they were forgotten beyond the bound."};
constexpr Words noCurve{
    "", "재고에 들어오거나 나간 시각이 남지 않은 쿠폰: 재고 곡선과 소진 시각에서 빠졌습니다.",
    "Coupons whose way into or out of the stock has no time: the curve and the sell-outs are "
    "without them."};
constexpr Words noSpan{"", "예약 시각이 남지 않은 발급: 소요 시간에서 빠졌습니다.",
                       "Issues without the time of their reservation: the times taken are without them."};
constexpr Words lostDoubts{
    "", "결과가 남지 않은 확인 필요: 서버가 아직 기록하지 않았거나, 기록하기 전에 멈췄습니다.",
    "How some doubts ended: the server has not noted it yet, or ended before."};

} // namespace

Words wordsOf(const char *key)
{
    const auto *found = std::ranges::find(pageWords, std::string_view(key), &Words::key);
    return found == pageWords.end() ? Words{key, key, key} : *found;
}

QList<Words> notShown(const QJsonObject &summary)
{
    const auto records = summary["records"].toObject();
    QList<Words> all{refusalLatency, waits, inFlight, asGiven};
    qint64 unknown = 0;
    const auto refusals = records["refusals"].toObject();
    for (const auto &reason : refusals)
        unknown += reason.toObject()["secondUnknown"].toInteger();
    if (unknown > 0)
        all << between;
    if (summary["book"].toObject()["refusalsKnownSince"].isString())
        all << forgotten;
    if (records["stock"].toObject()["notInCurve"].toInteger() > 0)
        all << noCurve;
    if (records["latencyMs"].toObject()["notRecorded"].toInteger() > 0)
        all << noSpan;
    if (records["doubts"].toObject()["NOT_RECORDED"].toInteger() > 0)
        all << lostDoubts;
    return all;
}

} // namespace seonchak::dossier
