// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/code_titles.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace seonchak {

namespace {

constexpr qsizetype longestTitle = 40;

using Words = QSet<QString>;

/// In lower case, also for full-width letters, with each run of letters or digits as a word; couponCode is
/// two.
QStringList wordsOf(QByteArrayView cell)
{
    const QString text = QString::fromUtf8(cell).normalized(QString::NormalizationForm_KC);
    QStringList words(QString{});
    bool wasLower = false;
    for (const QChar c : text) {
        if ((!c.isLetterOrNumber() || (c.isUpper() && wasLower)) && !words.back().isEmpty())
            words.append(QString());
        if (c.isLetterOrNumber())
            words.back() += c.toLower();
        wasLower = c.isLower();
    }
    words.removeAll(QString());
    return words;
}

/// Written as one word, for the list of certain titles.
const Words &sureTitles()
{
    static const Words titles{
        QStringLiteral("couponcode"),    QStringLiteral("couponcodes"),  QStringLiteral("couponno"),
        QStringLiteral("couponnumber"),  QStringLiteral("couponid"),     QStringLiteral("coupon"),
        QStringLiteral("coupons"),       QStringLiteral("promocode"),    QStringLiteral("promotioncode"),
        QStringLiteral("promocodes"),    QStringLiteral("promo"),        QStringLiteral("voucher"),
        QStringLiteral("vouchers"),      QStringLiteral("vouchercode"),  QStringLiteral("voucherno"),
        QStringLiteral("vouchernumber"), QStringLiteral("giftcode"),     QStringLiteral("giftcardcode"),
        QStringLiteral("discountcode"),  QStringLiteral("redeemcode"),   QStringLiteral("redemptioncode"),
        QStringLiteral("couponpin"),     QStringLiteral("쿠폰"),         QStringLiteral("쿠폰번호"),
        QStringLiteral("쿠폰코드"),      QStringLiteral("바우처"),       QStringLiteral("바우처번호"),
        QStringLiteral("바우처코드"),    QStringLiteral("프로모션코드"), QStringLiteral("프로모션번호"),
        QStringLiteral("할인코드"),      QStringLiteral("할인쿠폰번호"), QStringLiteral("상품권번호"),
        QStringLiteral("기프티콘번호"),  QStringLiteral("교환권번호"),   QStringLiteral("발급코드"),
        QStringLiteral("쿠폰일련번호"),  QStringLiteral("쿠폰핀번호"),   QStringLiteral("이용권번호"),
    };
    return titles;
}

const Words &likelyTitles()
{
    static const Words titles{
        QStringLiteral("code"),     QStringLiteral("codes"),    QStringLiteral("serial"),
        QStringLiteral("pin"),      QStringLiteral("serialno"), QStringLiteral("serialnumber"),
        QStringLiteral("sn"),       QStringLiteral("pincode"),  QStringLiteral("pinnumber"),
        QStringLiteral("코드"),     QStringLiteral("시리얼"),   QStringLiteral("시리얼번호"),
        QStringLiteral("핀"),       QStringLiteral("핀번호"),   QStringLiteral("일련번호"),
        QStringLiteral("코드번호"), QStringLiteral("난수"),     QStringLiteral("난수번호"),
        QStringLiteral("key"),      QStringLiteral("token"),    QStringLiteral("인증번호"),
    };
    return titles;
}

const Words &weakTitles()
{
    static const Words titles{QStringLiteral("번호"), QStringLiteral("no"),  QStringLiteral("number"),
                              QStringLiteral("num"),  QStringLiteral("nr"),  QStringLiteral("id"),
                              QStringLiteral("순번"), QStringLiteral("연번")};
    return titles;
}

/// Titles of columns that accompany the codes, never their own.
const Words &otherTitles()
{
    static const Words titles{
        QStringLiteral("name"),     QStringLiteral("이름"),     QStringLiteral("성명"),
        QStringLiteral("amount"),   QStringLiteral("금액"),     QStringLiteral("price"),
        QStringLiteral("가격"),     QStringLiteral("value"),    QStringLiteral("status"),
        QStringLiteral("상태"),     QStringLiteral("date"),     QStringLiteral("날짜"),
        QStringLiteral("일자"),     QStringLiteral("기간"),     QStringLiteral("note"),
        QStringLiteral("notes"),    QStringLiteral("비고"),     QStringLiteral("메모"),
        QStringLiteral("type"),     QStringLiteral("종류"),     QStringLiteral("구분"),
        QStringLiteral("title"),    QStringLiteral("제목"),     QStringLiteral("description"),
        QStringLiteral("설명"),     QStringLiteral("내용"),     QStringLiteral("discount"),
        QStringLiteral("할인"),     QStringLiteral("할인율"),   QStringLiteral("할인금액"),
        QStringLiteral("count"),    QStringLiteral("수량"),     QStringLiteral("quantity"),
        QStringLiteral("user"),     QStringLiteral("회원"),     QStringLiteral("고객"),
        QStringLiteral("email"),    QStringLiteral("이메일"),   QStringLiteral("phone"),
        QStringLiteral("연락처"),   QStringLiteral("주소"),     QStringLiteral("address"),
        QStringLiteral("store"),    QStringLiteral("매장"),     QStringLiteral("지점"),
        QStringLiteral("expires"),  QStringLiteral("expiry"),   QStringLiteral("만료일"),
        QStringLiteral("유효기간"), QStringLiteral("발급일"),   QStringLiteral("등록일"),
        QStringLiteral("created"),  QStringLiteral("쿠폰명"),   QStringLiteral("쿠폰이름"),
        QStringLiteral("상품명"),   QStringLiteral("담당자"),   QStringLiteral("product"),
        QStringLiteral("상품"),     QStringLiteral("사용여부"), QStringLiteral("category"),
    };
    return titles;
}

bool anyOf(const QStringList &words, const Words &set)
{
    return std::ranges::any_of(words, [&](const QString &word) { return set.contains(word); });
}

/// A number of something else, with any ending: 우편번호, product code.
bool isOfSomethingElse(const QString &title, const QStringList &words)
{
    static const Words others{QStringLiteral("zip"),      QStringLiteral("postal"), QStringLiteral("country"),
                              QStringLiteral("product"),  QStringLiteral("order"),  QStringLiteral("phone"),
                              QStringLiteral("customer"), QStringLiteral("user"),   QStringLiteral("store"),
                              QStringLiteral("name"),     QStringLiteral("type"),   QStringLiteral("status"),
                              QStringLiteral("amount"),   QStringLiteral("date"),   QStringLiteral("count"),
                              QStringLiteral("value"),    QStringLiteral("error")};
    static const QStringList parts{QStringLiteral("우편"), QStringLiteral("전화"), QStringLiteral("주문"),
                                   QStringLiteral("고객"), QStringLiteral("회원"), QStringLiteral("상품코드"),
                                   QStringLiteral("매장"), QStringLiteral("이름"), QStringLiteral("금액"),
                                   QStringLiteral("종류"), QStringLiteral("상태"), QStringLiteral("수량"),
                                   QStringLiteral("기간"), QStringLiteral("국가"), QStringLiteral("휴대")};
    return anyOf(words, others) || title.endsWith(QStringLiteral("명")) ||
           std::ranges::any_of(parts, [&](const QString &part) { return title.contains(part); });
}

} // namespace

int codeTitleScore(QByteArrayView cell)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    // COUPON-1 is an ordinary code.
    if (cell.isEmpty() || cell.size() > 3 * longestTitle || std::ranges::any_of(cell, isDigit))
        return 0;
    const QStringList words = wordsOf(cell);
    const QString title = words.join(QString());
    if (title.isEmpty() || title.size() > longestTitle)
        return 0;
    if (sureTitles().contains(title))
        return 100;
    if (likelyTitles().contains(title))
        return 80;
    if (weakTitles().contains(title))
        return 30;
    if (isOfSomethingElse(title, words))
        return 0;
    static const Words codeWords{QStringLiteral("code"),   QStringLiteral("codes"),
                                 QStringLiteral("coupon"), QStringLiteral("voucher"),
                                 QStringLiteral("serial"), QStringLiteral("pin")};
    static const QStringList parts{QStringLiteral("쿠폰번호"), QStringLiteral("쿠폰코드"),
                                   QStringLiteral("바우처"),   QStringLiteral("코드"),
                                   QStringLiteral("번호"),     QStringLiteral("시리얼")};
    const bool named = anyOf(words, codeWords) ||
                       std::ranges::any_of(parts, [&](const QString &part) { return title.endsWith(part); });
    return named ? 60 : 0;
}

bool isColumnTitle(QByteArrayView cell)
{
    if (codeTitleScore(cell) > 0)
        return true;
    if (cell.isEmpty() || cell.size() > 3 * longestTitle)
        return false;
    const QStringList words = wordsOf(cell);
    return otherTitles().contains(words.join(QString())) || (words.size() > 1 && anyOf(words, otherTitles()));
}

} // namespace seonchak
