# hardening.cmake - what the compiler and the linker do against a bug that got through.
#
# After the OpenSSF guide for C; what was left out and what each costs: docs/decisions/0033. What ships alone
# (RelWithDebInfo) has them: a sanitizer and a fortified libc look at the same calls. test/e2e/binaries.py
# reads every binary and says which of these it lacks.
include(CheckCCompilerFlag)

# Where the compiler knows them: gcc 12 and later, clang.
foreach(flag -Wtrampolines -Wbidi-chars=any)
    string(MAKE_C_IDENTIFIER "fy_has${flag}" known)
    check_c_compiler_flag(${flag} ${known})
    if(${known})
        add_compile_options(${flag})
    endif()
endforeach()

set(hardening -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE
    -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64)$")
    list(APPEND hardening -fcf-protection=full)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
    list(APPEND hardening -mbranch-protection=standard)
endif()
check_c_compiler_flag(-fstrict-flex-arrays=3 fy_has_strict_flex_arrays) # gcc 13.
if(fy_has_strict_flex_arrays)
    list(APPEND hardening -fstrict-flex-arrays=3)
endif()
add_compile_options("$<$<CONFIG:RelWithDebInfo>:${hardening}>")
add_link_options("$<$<CONFIG:RelWithDebInfo>:-pie;-Wl,-z,relro;-Wl,-z,now;-Wl,-z,noexecstack\
;-Wl,-z,separate-code;-Wl,--as-needed;-Wl,--no-copy-dt-needed-entries>")
