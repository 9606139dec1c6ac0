// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/exams.h"
#include "core/doctor/redis_link.h"
#include "core/redis/keys.h"

namespace seonchak::doctor {

/// Examines what a Redis that answers permits and contains.
class RedisDataExam
{
public:
    RedisDataExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet);
    void run();

private:
    void tryCommands();
    void loadScripts();
    void lookForExpiry();
    void compareClocks();
    [[nodiscard]] std::vector<QByteArray> sampleKeys(const QByteArray &prefix, int mostPages);
    [[nodiscard]] QString permissionTrouble(const RedisResult &answer, const char *expected) const;

    const Surroundings &m_surroundings;
    RedisLink &m_link;
    Sheet &m_sheet;
    const Keys m_keys;
};

} // namespace seonchak::doctor
