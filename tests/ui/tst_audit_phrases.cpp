// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_world.h"
#include "ui/audit/audit_phrases.h"
#include "ui/audit/audit_words.h"

using namespace seonchak;

class TestAuditPhrases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTrailSpeaksTheReadersLanguage();
};

void TestAuditPhrases::theTrailSpeaksTheReadersLanguage()
{
    QCOMPARE(AuditPhrases::translated("coupon 7, new code %1<b>%2"), "coupon 7, new code %1<b>%2");
    const PictureLook korean("ko", false);
    QCOMPARE(AuditPhrases::translated("coupon 7, new code %1<b>%2"), "쿠폰 7, 새 번호 %1<b>%2");
    QCOMPARE(AuditPhrases::translated("count 1000, prefix \"A, B\", length 12, push false"),
             "쿠폰 1000장, 앞글자 \"A, B\", 길이 12");
    QCOMPARE(AuditPhrases::translated("12 added, 0 pushed"), "12장 추가, 0장 올림");
    QCOMPARE(AuditPhrases::translated("the code is taken"), "the code is taken"); // Not one of ours.
    QCOMPARE(AuditPhrases::translated(
                 "adopt: 1 code in the list rudals:coupon:available, 2 user keys and 0 other keys"),
             "넘겨받음. 찾은 것: 코드 1개, 사용자 키 2개, 그 밖의 키 0개");
    QCOMPARE(AuditWords::result("done: these keys are deleted"), "완료: 이 키들을 삭제했습니다");
    QCOMPARE(AuditWords::result("done: 1000 pushed, 7 in stock"), "완료: 1000장 올림, 재고 7장");
}

QTEST_MAIN(TestAuditPhrases)
#include "tst_audit_phrases.moc"
